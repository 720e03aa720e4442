// An objection says that a registration is wrong. The registration stands; whoever searches sees the objection, which lapses
// unless its objector shows in time that a court or a tribunal has taken the case (PBoC Order 2021 No. 7).
import { addDays, compareDates, dateOf, type DomainError, type LocalDate, startOfDay } from '#kernel';
import { type Micros, microsOf } from '../filing-time';
import type { Filing } from '../filing';
import { errors } from './errors';

export type Capacity = 'grantor' | 'interested_party';
export const CAPACITIES: readonly Capacity[] = ['grantor', 'interested_party'];

export type ObjectionState = 'standing' | 'proved' | 'withdrawn' | 'lapsed';
export const OBJECTION_STATES: readonly ObjectionState[] = ['standing', 'proved', 'withdrawn', 'lapsed'];
/** What becomes of an objection; one that was proved stands until it is withdrawn. */
export const OBJECTION_TRANSITIONS: Readonly<Record<ObjectionState, readonly ObjectionState[]>> =
  Object.freeze({
    standing: ['proved', 'withdrawn', 'lapsed'],
    proved: ['withdrawn'],
    withdrawn: [],
    lapsed: [],
  });
/** In these it is shown to whoever searches. */
export const SHOWN_STATES: readonly ObjectionState[] = ['standing', 'proved'];

export type ProofKind = 'lawsuit' | 'arbitration';
export const PROOF_KINDS: readonly ProofKind[] = ['lawsuit', 'arbitration'];

export interface ObjectionProof {
  readonly kind: ProofKind;
  /** Court or tribunal. */
  readonly body: string;
  readonly caseNumber: string;
  readonly acceptedOn: LocalDate;
  readonly documentSha256: string | null;
}
export interface Objection {
  readonly id: string;
  readonly filingId: string;
  readonly filingNumber: string;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly filedAt: string;
  readonly lapsesAt: string;
  readonly capacity: Capacity;
  readonly objector: string;
  readonly reason: string;
  readonly evidenceName: string | null;
  readonly evidenceSha256: string | null;
  readonly byOrganisation: string;
  readonly state: ObjectionState;
  readonly proof: ObjectionProof | null;
  /** When and under which number it was withdrawn or lapsed. */
  readonly endedAt: string | null;
  readonly endNumber: string | null;
}

/** The day of the objection does not count, and the last day ends at 24:00 in Shanghai (Civil Code Art. 201-203). */
export function lapsesAt(filedAt: Micros, proofDays: number): Micros {
  const filedOn = dateOf(new Date(Number(filedAt / 1_000n)));
  return microsOf(startOfDay(addDays(filedOn, proofDays + 1)));
}

/** By then the objector tells the secured parties. */
export const notifyBy = (filedAt: string, days: number): LocalDate =>
  addDays(dateOf(new Date(filedAt)), days);

/** The last day on which the case may be shown. */
export const proofDueOn = (at: string): LocalDate => addDays(dateOf(new Date(at)), -1);

/** As what an organisation objects: what the registration names it as decides, not what it says. */
export const capacityOf = ({ grantors }: Pick<Filing, 'grantors'>, organisationId: string): Capacity =>
  grantors.some((party) => party.organisationId === organisationId) ? 'grantor' : 'interested_party';

type Objected = Pick<Filing, 'id' | 'state' | 'filedBy' | 'securedParties'>;

/** Null when this organisation may object to a filing as it stands. */
export function refuseObjection(
  { id, state, filedBy, securedParties }: Objected,
  organisationId: string,
): DomainError | null {
  const own =
    filedBy.organisationId === organisationId ||
    securedParties.some((party) => party.organisationId === organisationId);
  if (own) return errors.objection_to_own();
  return state === 'live' ? null : errors.objection_too_late({ id });
}

type Held = Pick<Objection, 'state' | 'byOrganisation'>;

function refuseOther({ state, byOrganisation }: Held, organisationId: string, to: ObjectionState) {
  if (byOrganisation !== organisationId) return errors.objected_by_another();
  return OBJECTION_TRANSITIONS[state].includes(to) ? null : errors.objection_not_open({ state });
}

export const refuseWithdrawal = (held: Held, organisationId: string): DomainError | null =>
  refuseOther(held, organisationId, 'withdrawn');

interface ProofAsked {
  readonly organisationId: string;
  readonly acceptedOn: LocalDate;
  readonly today: LocalDate;
  readonly now: Micros;
}

/** An objection whose time has run out takes no proof, whether or not its lapse was entered yet. */
export function refuseProof(
  held: Held & { readonly lapsesAtMicros: Micros },
  { organisationId, acceptedOn, today, now }: ProofAsked,
): DomainError | null {
  const refusal = refuseOther(held, organisationId, 'proved');
  if (refusal) return refusal;
  if (held.lapsesAtMicros <= now) return errors.objection_not_open({ state: 'lapsed' });
  return compareDates(acceptedOn, today) > 0 ? errors.day_ahead({ day: acceptedOn }) : null;
}
