// Who may change a registration: the organisation that filed it. What a deal holds is the deal's: it ends with it.
import type { Actor } from '#platform';
import { errors } from '../../domain/errors';
import type { Filing } from '../../domain/filing';

type Held = Pick<Filing, 'id' | 'origin' | 'state' | 'filedBy'>;

/** @throws registry.held_by_deal, registry.filed_by_another (422), registry.filing_ended (409) */
export function requireChangeable({ organisationId }: Actor, { id, origin, state, filedBy }: Held): void {
  if (origin === 'deal') throw errors.held_by_deal({ id });
  if (filedBy.organisationId !== organisationId) throw errors.filed_by_another({ id });
  if (state !== 'live') throw errors.filing_ended({ id });
}

export const changesOf = (actor: Actor, { origin, state, filedBy }: Held): string[] =>
  origin === 'user' &&
  state === 'live' &&
  filedBy.organisationId === actor.organisationId &&
  actor.permissions.has('registration.file')
    ? ['amend', 'extend', 'cancel']
    : [];
