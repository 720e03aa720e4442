// What a person may do against a registration: object to it, or strike it on the order of a court.
import type { Actor } from '#platform';
import type { Filing } from '../../domain/filing';
import { refuseObjection } from '../../domain/objection/objection';

export const objectionDeedsOf = ({ permissions, organisationId }: Actor, filing: Filing): string[] => [
  ...(permissions.has('objection.file') && refuseObjection(filing, organisationId) === null
    ? ['object']
    : []),
  ...(permissions.has('registration.revoke') && filing.state === 'live' ? ['revoke'] : []),
];
