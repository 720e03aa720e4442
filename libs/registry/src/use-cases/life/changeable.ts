// What may be done with a registration, and by whom: by the organisation that filed it, or by its modification code.
import type { Actor } from '#platform';
import { errors } from '../../domain/errors';
import type { Filing } from '../../domain/filing';

type Held = Pick<Filing, 'id' | 'origin' | 'state' | 'filedBy'>;

/** @throws registry.held_by_deal, registry.filed_by_another (422), registry.filing_ended (409) */
export function requireChangeable(
  { organisationId }: Actor,
  { id, origin, state, filedBy }: Held,
  byCode = false,
): void {
  if (origin === 'deal') throw errors.held_by_deal({ id });
  if (!byCode && filedBy.organisationId !== organisationId) throw errors.filed_by_another({ id });
  if (state !== 'live') throw errors.filing_ended({ id });
}

/** `by_code`: amend, extend and cancel, with the modification code. */
export function changesOf(actor: Actor, { origin, state, filedBy }: Held): string[] {
  if (origin !== 'user' || state !== 'live' || !actor.permissions.has('registration.file')) return [];
  const isOwn = filedBy.organisationId === actor.organisationId;
  return isOwn ? ['amend', 'extend', 'cancel', 'modification_code'] : ['by_code'];
}
