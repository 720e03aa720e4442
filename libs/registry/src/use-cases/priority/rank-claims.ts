// Where everybody stands: the claims on an asset or against a grantor in the order of their rank, at a moment past or to
// come, and how they would stand if something were done.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Money, todayOf } from '#kernel';
import { CLOCK, Db } from '#platform';
import { ClaimStore } from '../../data/claim.store';
import type { Binding } from '../../data/priority/subordination.store';
import { errors } from '../../domain/errors';
import type { Standing as RegisterStanding } from '../../domain/filing';
import { instantText, microsOf } from '../../domain/filing-time';
import type { ClaimEventKind, ClaimKind, RankedClaim } from '../../domain/priority/claim';
import { flowDown } from '../../domain/priority/flow';
import { RANK_ARTICLES, type RankRule, type Standing, type UnrankedReason } from '../../domain/priority/rank';
import { rankIf, type Supposition } from '../../domain/priority/what-if';
import type { StatutoryStamp } from '../../formats/certificate/certificate';
import { FilingParameters } from '../filing-parameters';
import { type Gathered, RankHistory } from './rank-history';

export interface PriorityAsked {
  readonly assetKey: string | null;
  /** Legal name of the grantor. */
  readonly grantor: string | null;
  /** RFC 3339; null is now. */
  readonly at: string | null;
  /** What if: somebody registered now. */
  readonly registerNow: boolean;
  /** What if: the registration of this number ended now. */
  readonly endNumber: string | null;
  /** What if: its holder gave the collateral up now. */
  readonly releaseNumber: string | null;
  /** What if: this one let the senior go first. Both or neither. */
  readonly juniorNumber: string | null;
  readonly seniorNumber: string | null;
}
export const CLAIM_ORIGINS = ['registered', 'stated', 'supposed'] as const;
/** From the register, from its holder's word alone, or from a question. */
export type ClaimOrigin = (typeof CLAIM_ORIGINS)[number];

export interface HappenedToClaim {
  readonly kind: ClaimEventKind;
  readonly at: string;
  /** Of a registration: its end, by its term. */
  readonly until: string | null;
}
/** A claim as everybody may see it. */
export interface ShownClaim {
  readonly origin: ClaimOrigin;
  readonly kind: ClaimKind;
  /** Of the registration; null where there is none. */
  readonly number: string | null;
  readonly securedParties: readonly string[];
  readonly secures: Money | null;
  /** The other clock, where somebody recorded it. */
  readonly statutory: StatutoryStamp | null;
  /** What happened to it, in time; none where it is supposed. */
  readonly events: readonly HappenedToClaim[];
}
export interface RankedFiling extends ShownClaim {
  readonly rank: number;
  readonly rule: RankRule;
  readonly article: string;
  /** The time that decides; null where nothing does, or where it is only supposed. */
  readonly since: string | null;
  /** What would reach it of the asset's payable amount; null where that is not known. */
  readonly share: Money | null;
}
export interface UnrankedFiling extends ShownClaim {
  readonly reason: UnrankedReason;
}
export interface PriorityAnswer {
  readonly at: string;
  /** Whether these times are the statutory ones. */
  readonly standing: RegisterStanding;
  readonly ranks: readonly RankedFiling[];
  readonly unranked: readonly UnrankedFiling[];
  /** Agreements on ranks between the registrations, the ended ones too. */
  readonly agreements: readonly Binding[];
  /** Of the asset, by the claim that was taken first; null where nobody took one. */
  readonly payable: Money | null;
  readonly rest: Money | null;
  /** How many registrations there are, also ended ones. */
  readonly filingCount: number;
  /** False when there are more than are ranked: the first filed are. */
  readonly complete: boolean;
}

const SUPPOSED = 'supposed';

@Injectable()
export class RankClaims {
  constructor(
    private readonly db: Db,
    private readonly histories: RankHistory,
    private readonly claims: ClaimStore,
    private readonly parameters: FilingParameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.priority_unclear (400) */
  async execute(asked: PriorityAsked): Promise<PriorityAnswer> {
    const now = microsOf(this.clock.now());
    const at = asked.at === null ? now : microsOf(new Date(asked.at));
    if (at < 0n) throw errors.priority_unclear();
    const gathered = await this.histories.of(this.db.reads, rankedBy(asked), {
      now: instantText(now),
      at: instantText(at),
    });
    const { history, filings, total } = gathered;
    const ranking = rankIf(history, supposed(asked, history.claims, now), at);
    const payable = asked.assetKey === null ? null : await this.payable(asked.assetKey);
    const flow = payable && flowDown(ranking.standings, payable);
    const { standing } = await this.parameters.outside(todayOf(this.clock));
    return {
      at: instantText(at),
      standing,
      // Shares come in the order of the standings.
      ranks: ranking.standings.map((one, index) => ({
        ...shownClaim(one.claim, gathered),
        ...placeOf(one),
        share: flow?.shares[index]?.amount ?? null,
      })),
      // What was taken out and added again stands by the latter.
      unranked: ranking.unranked
        .filter(({ claim }) => ranking.standings.every((one) => one.claim.id !== claim.id))
        .map(({ claim, reason }) => ({ ...shownClaim(claim, gathered), reason })),
      agreements: gathered.agreements,
      payable,
      rest: flow?.rest ?? null,
      filingCount: total,
      complete: total === filings.size,
    };
  }

  private async payable(assetKey: string): Promise<Money | null> {
    return (await this.claims.read(this.db.reads, [assetKey])).get(assetKey)?.payable ?? null;
  }
}

function rankedBy({ assetKey, grantor }: PriorityAsked) {
  if (assetKey !== null && grantor === null) return { assetKey };
  if (assetKey === null && grantor !== null) return { grantor };
  throw errors.priority_unclear();
}

function supposed(
  { registerNow, endNumber, releaseNumber, juniorNumber, seniorNumber }: PriorityAsked,
  claims: readonly RankedClaim[],
  at: bigint,
): Supposition[] {
  const known = (number: string) => claims.some(({ id }) => id === number);
  const named = [endNumber, releaseNumber, juniorNumber, seniorNumber].filter((number) => number !== null);
  if (!named.every(known) || (juniorNumber === null) !== (seniorNumber === null))
    throw errors.priority_unclear();
  const registered: RankedClaim = {
    ...{ id: SUPPOSED, kind: 'factoring', amount: null, deliveredAt: null },
    events: [{ kind: 'registered', at, until: null }],
  };
  const suppositions: Supposition[] = [];
  if (registerNow) suppositions.push({ kind: 'register', claim: registered });
  if (endNumber !== null) suppositions.push({ kind: 'end', claimId: endNumber, at });
  if (releaseNumber !== null) suppositions.push({ kind: 'release', claimId: releaseNumber, at });
  if (juniorNumber !== null && seniorNumber !== null) {
    const agreement = { junior: juniorNumber, senior: seniorNumber, at, until: null };
    suppositions.push({ kind: 'subordinate', agreement });
  }
  return suppositions;
}

const placeOf = ({ claim, rank, rule, event }: Standing) => ({
  rank,
  rule,
  article: RANK_ARTICLES[rule],
  since: claim.id !== SUPPOSED && event ? instantText(event.at) : null,
});

function shownClaim(claim: RankedClaim, { filings, statements, statutory }: Gathered): ShownClaim {
  const { id, kind, amount } = claim;
  const said = { kind, secures: amount, events: happened(claim) };
  const filing = filings.get(id);
  if (filing) {
    const { number, securedParties } = filing;
    const stamp = statutory.get(filing.id);
    return {
      ...{ ...said, origin: 'registered', number },
      securedParties: securedParties.map(({ legalName }) => legalName),
      statutory: stamp ? { number: stamp.number, registeredAt: stamp.registeredAt } : null,
    };
  }
  const unregistered = { ...said, number: null, statutory: null };
  const statement = statements.get(id);
  if (statement) return { ...unregistered, origin: 'stated', securedParties: [statement.holder] };
  return { ...unregistered, origin: 'supposed', securedParties: [], events: [] };
}

const happened = ({ events }: RankedClaim): HappenedToClaim[] =>
  [...events]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ kind, at, until }) => ({
      kind,
      at: instantText(at),
      until: until === null ? null : instantText(until),
    }));
