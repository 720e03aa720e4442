// A person as they were when they handed a file in: what goes on in the background is still their deed, and what they
// may do was decided then.
import type { Actor } from '#platform';

export interface PersonThen extends Pick<Actor, 'userId' | 'organisationId' | 'sessionId' | 'kind'> {
  readonly methods: readonly string[];
}

export const actorThen = ({ methods, organisationId, ...person }: PersonThen): Actor => ({
  ...person,
  ...{ organisationId, roles: [], permissions: new Set(), device: null, address: null },
  scope: { organisations: [organisationId] },
  authenticatedBy: methods as Actor['authenticatedBy'],
});
