// Where everybody stands: the registrations on an asset or against a grantor in the order of their rank, at a moment
// past or to come, and how they would stand if something were done.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Money, todayOf } from '#kernel';
import { CLOCK, Db } from '#platform';
import { ClaimStore } from '../../data/claim.store';
import { FilingEventStore } from '../../data/filing-event.store';
import { FilingStore } from '../../data/filing.store';
import { SearchStore } from '../../data/search.store';
import { errors } from '../../domain/errors';
import type { Filing, Standing as RegisterStanding } from '../../domain/filing';
import { instantText, microsOf } from '../../domain/filing-time';
import { nameKey } from '../../domain/party-key';
import type { RankedClaim } from '../../domain/priority/claim';
import { type AssetLine, claimOf } from '../../domain/priority/filing-claims';
import { flowDown } from '../../domain/priority/flow';
import { RANK_ARTICLES, type RankRule, type Standing, type UnrankedReason } from '../../domain/priority/rank';
import { rankIf, type Supposition } from '../../domain/priority/what-if';
import type { SearchTerms } from '../../domain/search';
import { FilingParameters } from '../filing-parameters';

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
  /** What if: this one let the senior go first. Both or neither. */
  readonly juniorNumber: string | null;
  readonly seniorNumber: string | null;
}
export interface RankedFiling {
  readonly rank: number;
  readonly rule: RankRule;
  readonly article: string;
  /** The time that decides; null where nothing does, or where it is only supposed. */
  readonly since: string | null;
  /** Null is the registration that is supposed. */
  readonly number: string | null;
  readonly securedParties: readonly string[];
  readonly secures: Money | null;
  /** What would reach it of the asset's payable amount; null where that is not known. */
  readonly share: Money | null;
}
export interface PriorityAnswer {
  readonly at: string;
  /** Whether these times are the statutory ones. */
  readonly standing: RegisterStanding;
  readonly ranks: readonly RankedFiling[];
  readonly unranked: readonly { readonly number: string; readonly reason: UnrankedReason }[];
  /** Of the asset, by the claim that was taken first; null where nobody took one. */
  readonly payable: Money | null;
  readonly rest: Money | null;
  /** How many registrations there are, also ended ones. */
  readonly filingCount: number;
  /** False when there are more than are ranked: the first filed are. */
  readonly complete: boolean;
}

const MOST = 1_000;
const SUPPOSED = 'supposed';
const NOTHING: Omit<SearchTerms, 'by'> = {
  ...{ name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null },
  ...{ includeEnded: true, exactOnly: true, at: null, after: null },
};

@Injectable()
export class RankClaims {
  constructor(
    private readonly db: Db,
    private readonly searches: SearchStore,
    private readonly filings: FilingStore,
    private readonly events: FilingEventStore,
    private readonly claims: ClaimStore,
    private readonly parameters: FilingParameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.priority_unclear (400) */
  async execute(asked: PriorityAsked): Promise<PriorityAnswer> {
    const { assetKey, grantor } = asked;
    if ((assetKey === null) === (grantor === null)) throw errors.priority_unclear();
    const now = microsOf(this.clock.now());
    const at = asked.at === null ? now : microsOf(new Date(asked.at));
    if (at < 0n) throw errors.priority_unclear();
    const { filings, total } = await this.concerned(asked, instantText(now));
    const endings = await this.events.endings(this.db.reads, [...filings.keys()]);
    const lines = assetKey === null ? null : await this.claims.assetLines(this.db.reads, assetKey);
    const claims = [...filings.values()].flatMap((one) => claimsOf(one, endings.get(one.id) ?? null, lines));
    const ranking = rankIf({ claims, subordinations: [] }, supposed(asked, claims, now), at);
    const payable = assetKey === null ? null : await this.payable(assetKey);
    const flow = payable && flowDown(ranking.standings, payable);
    const byNumber = new Map([...filings.values()].map((one) => [one.number, one]));
    const shares = new Map(flow?.shares.map(({ claimId, amount }) => [claimId, amount]));
    const { standing } = await this.parameters.outside(todayOf(this.clock));
    return {
      at: instantText(at),
      standing,
      ranks: ranking.standings.map((one) => rankedFiling(one, byNumber, shares)),
      // What was taken out and added again stands by the latter.
      unranked: ranking.unranked
        .filter(({ claim }) => ranking.standings.every((one) => one.claim.id !== claim.id))
        .map(({ claim, reason }) => ({ number: claim.id, reason })),
      payable,
      rest: flow?.rest ?? null,
      filingCount: total,
      complete: total === filings.size,
    };
  }

  private async concerned({ assetKey, grantor }: PriorityAsked, now: string) {
    const terms: SearchTerms =
      assetKey === null ? { ...NOTHING, by: 'name', name: grantor } : { ...NOTHING, by: 'asset', assetKey };
    const names = grantor === null ? [] : [{ key: nameKey(grantor), score: 1, group: '' }];
    const { total, hits } = await this.searches.find(this.db.reads, { terms, names, now, limit: MOST });
    const ids = hits.map(({ id }) => id);
    return { total, filings: await this.filings.byIds(this.db.reads, ids, now) };
  }

  private async payable(assetKey: string): Promise<Money | null> {
    return (await this.claims.read(this.db.reads, [assetKey])).get(assetKey)?.payable ?? null;
  }
}

/** One for each time at which the asset was named in it; a filing as a whole has one. */
const claimsOf = (
  filing: Filing,
  endedAt: string | null,
  lines: ReadonlyMap<string, readonly AssetLine[]> | null,
): RankedClaim[] =>
  lines === null
    ? [claimOf(filing, endedAt, null)]
    : (lines.get(filing.id) ?? []).map((line) => claimOf(filing, endedAt, line));

function supposed(
  { registerNow, endNumber, juniorNumber, seniorNumber }: PriorityAsked,
  claims: readonly RankedClaim[],
  now: bigint,
): Supposition[] {
  const known = (number: string) => claims.some(({ id }) => id === number);
  const named = [endNumber, juniorNumber, seniorNumber].filter((number) => number !== null);
  if (!named.every(known) || (juniorNumber === null) !== (seniorNumber === null))
    throw errors.priority_unclear();
  const registered: RankedClaim = {
    ...{ id: SUPPOSED, kind: 'factoring', amount: null, deliveredAt: null },
    events: [{ kind: 'registered', at: now, until: null }],
  };
  return [
    ...(registerNow ? [{ kind: 'register' as const, claim: registered }] : []),
    ...(endNumber === null ? [] : [{ kind: 'end' as const, claimId: endNumber, at: now }]),
    ...(juniorNumber === null || seniorNumber === null
      ? []
      : [
          {
            kind: 'subordinate' as const,
            agreement: { junior: juniorNumber, senior: seniorNumber, at: now },
          },
        ]),
  ];
}

function rankedFiling(
  { claim, rank, rule, event }: Standing,
  byNumber: ReadonlyMap<string, Filing>,
  shares: ReadonlyMap<string, Money>,
): RankedFiling {
  const filing = byNumber.get(claim.id);
  return {
    rank,
    rule,
    article: RANK_ARTICLES[rule],
    since: filing && event ? instantText(event.at) : null,
    number: filing?.number ?? null,
    securedParties: filing?.securedParties.map(({ legalName }) => legalName) ?? [],
    secures: claim.amount,
    share: shares.get(claim.id) ?? null,
  };
}
