// An organisation keeps its identity when its legal name changes: the old name is remembered with the day it ended, so
// that papers which bear it still lead to the organisation.
import { compareDates, type LocalDate } from '#kernel';
import { errors } from '../errors';
import { keptName } from '../legal-name';

export interface FormerName {
  readonly legalName: string;
  /** The first day of the name that followed. */
  readonly changedOn: LocalDate;
}

export interface NameChange {
  readonly legalName: string;
  readonly changedOn: LocalDate;
  /** Where it is known from. */
  readonly source: string;
}

interface Named {
  readonly legalName: string;
  readonly formerNames: readonly FormerName[];
}

/**
 * The change in its kept form. Names follow each other in time: none begins before the one that it replaces.
 * @throws parties.legal_name_malformed, name_change_misdated (422), name_unchanged (409)
 */
export function assertNameChange(of: Named, wish: NameChange, today: LocalDate): NameChange {
  const legalName = keptName(wish.legalName);
  if (legalName === null) throw errors.legal_name_malformed();
  if (legalName === of.legalName) throw errors.name_unchanged();
  const tooEarly = of.formerNames.some(({ changedOn }) => compareDates(wish.changedOn, changedOn) < 0);
  if (tooEarly || compareDates(wish.changedOn, today) > 0) throw errors.name_change_misdated();
  return { ...wish, legalName, source: wish.source.trim() };
}
