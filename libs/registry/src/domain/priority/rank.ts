// Who comes first, at any moment (Civil Code Art. 414, 415, 416, 768; judicial interpretations on security Art. 66 and
// on contracts Art. 50). Ranks are worked out afresh from what had happened by then; nothing about the future counts
// but the ends of terms.
import type { ClaimEvent, RankedClaim, Subordination } from './claim';

/** Why a claim stands where it stands. */
export type RankRule =
  /** Art. 768(1), 414(1)(1), 415: earlier registration first. */
  | 'registered_earlier'
  /** Art. 416: purchase money, registered within ten days of delivery. */
  | 'purchase_money'
  /** Art. 768, interpretation on contracts Art. 50: nobody registered, the first notice to reach the debtor. */
  | 'noticed_earlier'
  /** Art. 768, 414(1)(3): neither registered nor noticed, shared in proportion. */
  | 'pro_rata'
  /** Art. 422: what a raise of the maximum amount added counts from the raise. */
  | 'raised_later'
  /** By agreement it lets another claim go first. */
  | 'subordinated';

/** The article behind each rule. */
export const RANK_ARTICLES: Readonly<Record<RankRule, string>> = Object.freeze({
  registered_earlier: '民法典 414(1)(1), 415, 768; 担保制度解释 66',
  purchase_money: '民法典 416',
  noticed_earlier: '民法典 768; 合同编通则解释 50',
  pro_rata: '民法典 414(1)(3), 768',
  raised_later: '民法典 422',
  subordinated: '民法典 409',
});

export interface Standing {
  readonly claim: RankedClaim;
  /** 1 is first; claims that share in proportion have one rank. */
  readonly rank: number;
  readonly rule: RankRule;
  /** What gave it its rank; null where nothing did. */
  readonly event: ClaimEvent | null;
}
/** Why a claim has no rank at all. */
export type UnrankedReason = 'not_yet' | 'ended' | 'pledge_unregistered';
export const UNRANKED_REASONS: readonly UnrankedReason[] = ['not_yet', 'ended', 'pledge_unregistered'];
export interface Ranking {
  readonly standings: readonly Standing[];
  readonly unranked: readonly { readonly claim: RankedClaim; readonly reason: UnrankedReason }[];
}

const TEN_DAYS = 10n * 86_400_000_000n;
/** Registered before noticed before neither. */
type Tier = 0 | 1 | 2 | 3;
interface Placed {
  readonly claim: RankedClaim;
  readonly tier: Tier;
  readonly event: ClaimEvent | null;
  readonly rule: RankRule;
}

/** @param at microseconds since 1970, past or to come */
export function rankAt(
  claims: readonly RankedClaim[],
  at: bigint,
  subordinations: readonly Subordination[] = [],
): Ranking {
  const placed: Placed[] = [];
  const unranked: { claim: RankedClaim; reason: UnrankedReason }[] = [];
  for (const claim of claims) {
    const place = placeOf(claim, at);
    if (typeof place === 'string') unranked.push({ claim, reason: place });
    else placed.push(place);
  }
  const ordered = placed.sort(byPriority);
  const yielded = subordinations
    .filter((one) => one.at <= at && (one.until === null || at < one.until))
    .sort(inTime)
    .reduce(giveWay, ordered);
  return { standings: numbered(yielded), unranked };
}

/** The registration that holds at a moment. An extension before the end of the term keeps its time. */
export function holdingAt({ events }: RankedClaim, at: bigint): ClaimEvent | null {
  let holding: ClaimEvent | null = null;
  let until: bigint | null = null;
  for (const event of [...events].sort(inTime)) {
    if (event.at > at) break;
    if (until !== null && event.at >= until) [holding, until] = [null, null];
    if (event.kind === 'registered' && !holding) [holding, until] = [event, event.until];
    else if (event.kind === 'extended' && holding) until = event.until;
    else if (event.kind === 'cancelled') [holding, until] = [null, null];
  }
  return until !== null && at >= until ? null : holding;
}

const inTime = (a: { readonly at: bigint }, b: { readonly at: bigint }) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0;

function placeOf(claim: RankedClaim, at: bigint): Placed | UnrankedReason {
  const past = claim.events.filter((event) => event.at <= at).sort(inTime);
  if (past.some(({ kind }) => kind === 'released')) return 'ended';
  const registered = holdingAt(claim, at);
  if (registered) {
    const first = isPurchaseMoney(claim, registered);
    const rule: RankRule = claim.isRaise ? 'raised_later' : first ? 'purchase_money' : 'registered_earlier';
    return { claim, tier: first ? 0 : 1, event: registered, rule };
  }
  if (past.length === 0 && claim.events.length > 0) return 'not_yet';
  // A pledge exists only while it is registered (Art. 445).
  if (claim.kind === 'pledge')
    return past.some(({ kind }) => kind === 'registered') ? 'ended' : 'pledge_unregistered';
  const noticed = past.find(({ kind }) => kind === 'notice_arrived');
  if (noticed) return { claim, tier: 2, event: noticed, rule: 'noticed_earlier' };
  return past.some(({ kind }) => kind === 'registered')
    ? 'ended'
    : { claim, tier: 3, event: null, rule: 'pro_rata' };
}

function isPurchaseMoney({ kind, deliveredAt }: RankedClaim, registered: ClaimEvent): boolean {
  return kind === 'purchase_money' && deliveredAt !== null && registered.at <= deliveredAt + TEN_DAYS;
}

function byPriority(a: Placed, b: Placed): number {
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (a.event && b.event && a.event.at !== b.event.at) return a.event.at < b.event.at ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}

/**
 * The junior moves to right behind the senior, if it stood before it. A raise of the senior's maximum after the agreement is
 * none that the junior agreed to.
 */
function giveWay(placed: readonly Placed[], { junior, senior, at }: Subordination): Placed[] {
  const places = placed.flatMap(({ claim: { id, isRaise }, event }, place) =>
    id === senior && !(isRaise && event && event.at > at) ? [place] : [],
  );
  const to = places.at(-1) ?? -1;
  const before = placed.slice(0, to + 1);
  const yielding = before.filter(({ claim }) => claim.id === junior);
  return [
    ...before.filter(({ claim }) => claim.id !== junior),
    ...yielding.map((one): Placed => ({ ...one, rule: 'subordinated' })),
    ...placed.slice(to + 1),
  ];
}

/** Claims without any event share one rank, as do those registered in one instant by nobody's order. */
function numbered(placed: readonly Placed[]): Standing[] {
  const standings: Standing[] = [];
  for (const [index, { claim, rule, event }] of placed.entries()) {
    const before = standings[index - 1];
    const shares = rule === 'pro_rata' && before?.rule === 'pro_rata';
    standings.push({ claim, rule, event, rank: shares ? before.rank : index + 1 });
  }
  return standings;
}
