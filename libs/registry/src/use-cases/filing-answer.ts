// A filing as everybody may see it: the register is public, the people and deals behind a filing are not.
import type { StatutoryStamp } from '../formats/certificate/certificate';
import type { ObjectionStamp } from '../data/objections/objection.store';
import type { Filing } from '../domain/filing';

export interface FilingAnswer extends Omit<Filing, 'filedBy' | 'dealId'> {
  readonly filedByOrganisationId: string;
  /** The other clock, where somebody recorded it. */
  readonly statutory: StatutoryStamp | null;
  /** The objections that stand. */
  readonly objections: readonly ObjectionStamp[];
  /** What the caller may do with it now. */
  readonly actions: readonly string[];
}

export function filingAnswer(
  { filedBy, dealId: _, ...filing }: Filing,
  stamp?: StatutoryStamp,
  objections: readonly ObjectionStamp[] = [],
): FilingAnswer {
  const { organisationId: filedByOrganisationId } = filedBy;
  const statutory = stamp ? { number: stamp.number, registeredAt: stamp.registeredAt } : null;
  return { ...filing, filedByOrganisationId, statutory, objections, actions: [] };
}
