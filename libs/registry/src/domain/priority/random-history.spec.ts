// A long random history of one asset, ranked by the rules and by a second model that goes through the events once, as
// a clerk would. EVENTS=10000 plays it at full length.
import { money } from '#kernel';
import type { ClaimEvent, ClaimEventKind, ClaimKind, RankedClaim, Subordination } from './claim';
import { rankAt } from './rank';

const EVENTS = Number(process.env['EVENTS'] ?? 1_500);
const MOMENTS = 60;
const SEED = 20_261_123;
const LENGTH = 1_000_000;

/** The same numbers for the same seed (Park and Miller). */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Happening {
  readonly claim: string;
  readonly event: ClaimEvent;
}
interface Played {
  readonly claims: readonly RankedClaim[];
  readonly happenings: readonly Happening[];
  readonly subordinations: readonly Subordination[];
}

const KINDS: readonly ClaimKind[] = ['factoring', 'pledge', 'assignment', 'purchase_money'];
const TEN_DAYS = 10n * 86_400_000_000n;
const EVENT_KINDS: readonly ClaimEventKind[] = [
  ...['registered' as const, 'registered' as const, 'registered' as const, 'notice_arrived' as const],
  ...['notice_arrived' as const, 'extended' as const, 'cancelled' as const, 'released' as const],
  'arose',
];

function play(random: (below: number) => number): Played {
  const ids = Array.from(
    { length: Math.ceil(EVENTS / 4) },
    (_, index) => `c${String(index).padStart(6, '0')}`,
  );
  const some = () => ids[random(ids.length)] ?? '';
  const times = new Set<number>();
  while (times.size < EVENTS) times.add(random(LENGTH));
  const happenings = [...times].map((time): Happening => {
    const [kind, at] = [EVENT_KINDS[random(EVENT_KINDS.length)] ?? 'registered', BigInt(time)];
    const until = kind === 'registered' || kind === 'extended' ? at + BigInt(1 + random(LENGTH / 2)) : null;
    return { claim: some(), event: { kind, at, until } };
  });
  const of = new Map<string, ClaimEvent[]>(ids.map((id) => [id, []]));
  for (const { claim, event } of happenings) of.get(claim)?.push(event);
  const claims = ids.map((id, index): RankedClaim => ({
    ...{ id, kind: KINDS[index % KINDS.length] ?? 'factoring' },
    deliveredAt: random(2) === 0 ? null : BigInt(random(LENGTH)) - TEN_DAYS,
    ...{ amount: money('100', 'CNY'), events: of.get(id) ?? [] },
  }));
  const subordinations = Array.from({ length: Math.ceil(EVENTS / 100) }, () => ({
    ...{ junior: some(), senior: some(), ...agreedFor(random) },
  })).filter(({ junior, senior }) => junior !== senior);
  return { claims, happenings, subordinations };
}

/** Half of the agreements end some day. */
function agreedFor(random: (below: number) => number) {
  const at = random(LENGTH);
  return { at: BigInt(at), until: random(2) === 0 ? null : BigInt(at + 1 + random(LENGTH / 2)) };
}

interface Card {
  since: bigint | null;
  until: bigint;
  ever: boolean;
  noticed: bigint | null;
  released: boolean;
  seen: boolean;
}

const NOTED: Readonly<Record<ClaimEventKind, (card: Card, event: ClaimEvent) => void>> = {
  registered: (card, { at, until }) => {
    if (card.since === null) [card.since, card.until] = [at, until ?? at];
    card.ever = true;
  },
  extended: (card, { until }) => {
    if (card.since !== null) card.until = until ?? card.until;
  },
  cancelled: (card) => {
    card.since = null;
  },
  released: (card) => {
    card.released = true;
  },
  notice_arrived: (card, { at }) => {
    card.noticed ??= at;
  },
  arose: () => undefined,
};

/** A card for each claim, kept up event by event until the moment; then the cards are laid in their order. */
function byCards({ claims, happenings, subordinations }: Played, at: bigint): string[] {
  const cards = new Map(claims.map(({ id }): [string, Card] => [id, newCard()]));
  const lapse = (card: Card, now: bigint) => {
    if (card.since !== null && now >= card.until) card.since = null;
  };
  const past = happenings.filter(({ event }) => event.at <= at);
  for (const { claim, event } of past.sort((a, b) => Number(a.event.at - b.event.at))) {
    const card = cards.get(claim) ?? newCard();
    lapse(card, event.at);
    NOTED[event.kind](card, event);
    card.seen = true;
  }
  const laid: { readonly id: string; readonly order: bigint }[] = [];
  for (const claim of claims) {
    const { id } = claim;
    const card = cards.get(id) ?? newCard();
    lapse(card, at);
    const order = orderOf(card, claim);
    if (order !== null) laid.push({ id, order });
  }
  laid.sort((a, b) => Number(a.order - b.order) || (a.id < b.id ? -1 : 1));
  return yielding(
    laid.map(({ id }) => id),
    inForce(subordinations, at),
  );
}

/** The clerk strikes an agreement out of the list on the day it ends, and writes new ones at its foot. */
function inForce(all: readonly Subordination[], at: bigint): Subordination[] {
  const list: Subordination[] = [];
  for (const one of [...all].sort((a, b) => Number(a.at - b.at))) if (one.at <= at) list.push(one);
  for (const one of all) if (one.until !== null && one.until <= at) list.splice(list.indexOf(one), 1);
  return list;
}

const newCard = (): Card => ({
  ...{ since: null, until: 0n, ever: false, noticed: null, released: false, seen: false },
});

const TIER = BigInt(LENGTH) * 10n;

function orderOf(card: Card, { kind, events, deliveredAt }: RankedClaim): bigint | null {
  if (card.released || (events.length > 0 && !card.seen)) return null;
  const soon = kind === 'purchase_money' && deliveredAt !== null;
  if (soon && card.since !== null && card.since - deliveredAt <= TEN_DAYS) return card.since - TIER;
  if (card.since !== null) return card.since;
  if (kind === 'pledge') return null;
  if (card.noticed !== null) return TIER + card.noticed;
  return card.ever ? null : TIER * 2n;
}

/** Places are numbers like those of a book: who goes behind 3 becomes 3.-1, the next one 3.-2, which is nearer to 3. */
function yielding(ids: readonly string[], agreements: readonly Subordination[]): string[] {
  const places = new Map(ids.map((id, index): [string, readonly number[]] => [id, [index]]));
  for (const [index, { junior, senior }] of agreements.entries()) {
    const [low, high] = [places.get(junior), places.get(senior)];
    if (low && high && before(low, high) < 0) places.set(junior, [...high, -1 - index]);
  }
  return [...places].sort(([, a], [, b]) => before(a, b)).map(([id]) => id);
}

function before(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; ; index++) {
    const [one, other] = [a[index], b[index]];
    if (one === undefined || other === undefined) return a.length - b.length;
    if (one !== other) return one - other;
  }
}

describe(`a random history of ${EVENTS} events`, () => {
  it('is ranked at any moment, past or to come, as the cards of a clerk are', () => {
    const random = seeded(SEED);
    const played = play(random);
    let ranked = 0;
    for (let count = 0; count < MOMENTS; count++) {
      const at = BigInt(random(LENGTH * 2));
      const ids = rankAt(played.claims, at, played.subordinations).standings.map(({ claim }) => claim.id);
      expect(ids).toEqual(byCards(played, at));
      ranked += ids.length;
    }
    expect(ranked).toBeGreaterThan(EVENTS);
    process.stdout.write(`seed ${SEED}: ${EVENTS} events, ${MOMENTS} moments, ${ranked} ranks alike\n`);
  });
});
