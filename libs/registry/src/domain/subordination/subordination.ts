// An agreement by which one registration lets another go first (Civil Code Art. 409). It binds once both sides have said
// yes, and ends once both have: neither can give up, nor take back, what is the other's.
import type { DomainError, Id } from '#kernel';
import { errors } from '../errors';

export const SIDES = ['junior', 'senior'] as const;
export type Side = (typeof SIDES)[number];

export const SUBORDINATION_STATES = [
  'proposed',
  'agreed',
  'ending',
  'ended',
  'declined',
  'withdrawn',
] as const;
export type SubordinationState = (typeof SUBORDINATION_STATES)[number];

export const STEPS = ['agree', 'decline', 'withdraw', 'ask_end', 'agree_end', 'keep'] as const;
export type Step = (typeof STEPS)[number];
export type StepTaken = Step | 'propose';

/** Who may take a step: the side that took the last one, the other one, or any. */
type Whose = 'same' | 'other' | 'any';
interface Move {
  readonly from: SubordinationState;
  readonly to: SubordinationState;
  readonly whose: Whose;
}
export const MOVES: Readonly<Record<Step, Move>> = Object.freeze({
  agree: { from: 'proposed', to: 'agreed', whose: 'other' },
  decline: { from: 'proposed', to: 'declined', whose: 'other' },
  withdraw: { from: 'proposed', to: 'withdrawn', whose: 'same' },
  ask_end: { from: 'agreed', to: 'ending', whose: 'any' },
  agree_end: { from: 'ending', to: 'ended', whose: 'other' },
  /** The other side does not want it to end, or the one that asked thinks better of it. */
  keep: { from: 'ending', to: 'agreed', whose: 'any' },
});
/** It moves ranks in these. */
export const BINDING: readonly SubordinationState[] = ['agreed', 'ending'];

/** The organisations that act for each side: the secured parties, or who filed for them. */
export type Holders = Readonly<Record<Side, readonly string[]>>;
interface Holding {
  readonly securedParties: readonly { readonly organisationId: string | null }[];
  readonly filedBy: { readonly organisationId: string };
}

export interface LineOfBook {
  readonly step: StepTaken;
  readonly side: Side;
  readonly at: string;
  readonly byOrganisation: string;
}
export interface Subordination {
  readonly id: Id<'subordination'>;
  readonly juniorId: string;
  readonly juniorNumber: string;
  readonly seniorId: string;
  readonly seniorNumber: string;
  readonly terms: string;
  readonly state: SubordinationState;
  readonly version: number;
  /** In order, the proposal first. */
  readonly steps: readonly LineOfBook[];
}

/** Secured parties who have no account here are acted for by who filed. */
export function holdersOf({ securedParties, filedBy }: Holding): string[] {
  const own = securedParties.flatMap(({ organisationId }) => organisationId ?? []);
  return own.length > 0 ? [...new Set(own)] : [filedBy.organisationId];
}

/** On which side an organisation proposes; null when it is on neither, or nobody else is there to answer. */
export function proposingSide(holders: Holders, organisationId: string): Side | null {
  const side = SIDES.find(
    (one) =>
      holders[one].includes(organisationId) && holders[otherThan(one)].some((id) => id !== organisationId),
  );
  return side ?? null;
}

export const otherThan = (side: Side): Side => (side === 'junior' ? 'senior' : 'junior');

/**
 * The side on which an organisation may take a step now, or why it may not. One organisation never answers itself,
 * though it be on both sides.
 */
export function sideFor(
  step: Step,
  { state, steps }: Pick<Subordination, 'state' | 'steps'>,
  holders: Holders,
  organisationId: string,
): { readonly side: Side } | { readonly refused: DomainError } {
  const { from, whose } = MOVES[step];
  const last = steps.at(-1);
  if (state !== from || !last) return { refused: errors.subordination_not_open() };
  const may = (side: Side): boolean => {
    if (!holders[side].includes(organisationId)) return false;
    if (whose === 'any') return true;
    if (whose === 'same') return side === last.side;
    return side !== last.side && organisationId !== last.byOrganisation;
  };
  const side = SIDES.find(may);
  return side ? { side } : { refused: errors.subordination_other_side() };
}

/** From when until when it moves ranks; null when it never did. */
export function bindingTime({ steps }: Pick<Subordination, 'steps'>): {
  readonly from: string;
  readonly until: string | null;
} | null {
  const agreed = steps.find(({ step }) => step === 'agree');
  const ended = steps.find(({ step }) => step === 'agree_end');
  return agreed ? { from: agreed.at, until: ended?.at ?? null } : null;
}
