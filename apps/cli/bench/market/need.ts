// How cheaply and how fast an amount of cash is planned from the offers on 2,000 invoices: how far from the best the answer
// can be, and what taking the lowest rates first would have cost instead.
import { type CashNeed, cheapestWay, type Choice, solveProgramme } from '#factoring';
import { seeded } from '../names/name-maker';

interface Line {
  readonly json: object;
  readonly text: string;
}

const SECONDS = 10;
const SEED = 2026;
/** Of all the cash on offer, in hundredths: little, half, nearly all. */
const SHARES = [5n, 50n, 95n];
const GAP_DIGITS = 6;
const RATIO_DIGITS = 4;

export async function benchMarket({ full }: { readonly full: boolean }): Promise<Line[]> {
  const invoices = full ? 10_000 : 2_000;
  const lines: Line[] = [];
  for (const crowded of [false, true]) {
    const market = marketOf(invoices, crowded);
    for (const share of SHARES) {
      const wanted = (mostOf(market.choices) * share) / 100n;
      lines.push(await planned({ ...market, wanted }, { invoices, crowded, share: Number(share) }));
    }
  }
  return lines;
}

interface Setting {
  readonly invoices: number;
  readonly crowded: boolean;
  readonly share: number;
}

async function planned(need: CashNeed, { invoices, crowded, share }: Setting): Promise<Line> {
  const began = performance.now();
  const way = await cheapestWay(need, (programme) => solveProgramme({ programme, seconds: SECONDS }));
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const offers = need.choices.length;
  const scale = `${invoices} invoices, ${offers} offers, ${crowded ? '3 financiers within limits' : '1 offer each'}, ${share} % of the cash`;
  if (!way)
    return {
      json: { bench: 'market', part: 'need', scale, seconds, gap: null },
      text: `market need (${scale}): nothing found in ${seconds} s`,
    };
  const greedy = lowestRatesFirst(need);
  const gap = way.gap.toFixed(GAP_DIGITS);
  const overGreedy = greedy === null ? null : (Number(greedy) / Number(way.cost)).toFixed(RATIO_DIGITS);
  return {
    json: { bench: 'market', part: 'need', scale, seconds, gap, reached: way.isReached, overGreedy },
    text:
      `market need (${scale}): ${way.isReached ? 'reached' : 'the most there is'}, gap ${gap}, ${seconds} s; ` +
      `lowest rates first cost ${overGreedy === null ? 'does not reach it' : `${overGreedy} times as much`}`,
  };
}

const mostOf = (choices: readonly Choice[]): bigint => {
  const best = new Map<string, bigint>();
  for (const { covers, netCash } of choices)
    for (const receivable of covers)
      if (netCash > (best.get(receivable) ?? 0n)) best.set(receivable, netCash);
  return [...best.values()].reduce((sum, amount) => sum + amount, 0n);
};

/** Amounts from a thousand to a million yuan, 30 to 180 days, 3 to 9 % a year, 80 to 100 % advanced. */
function marketOf(invoices: number, crowded: boolean): Omit<CashNeed, 'wanted'> {
  const random = seeded(SEED + Number(crowded));
  const between = (least: number, most: number) => least + random() * (most - least);
  const financiers = crowded ? ['F1', 'F2', 'F3'] : ['F1'];
  const choices = Array.from({ length: invoices }, (_, at) => {
    const amount = Math.round(between(1e5, 1e8));
    const days = between(30, 180);
    const debtor = `D${Math.floor(between(0, 20))}`;
    return financiers.map((financier): Choice => {
      const advance = Math.round(amount * between(0.8, 1));
      const cost = Math.round((advance * between(0.03, 0.09) * days) / 360 + between(0, 50_000));
      const draws = crowded ? [{ limit: `${financier}/${debtor}`, amount: BigInt(advance) }] : [];
      return {
        id: `${at}/${financier}`,
        netCash: BigInt(advance),
        cost: BigInt(cost),
        covers: [`R${at}`],
        draws,
      };
    });
  }).flat();
  const drawn = new Map<string, bigint>();
  for (const { limit, amount } of choices.flatMap(({ draws }) => draws))
    drawn.set(limit, (drawn.get(limit) ?? 0n) + amount);
  // Each financier has room for six tenths of what it bid for on each debtor.
  return { choices, headrooms: new Map([...drawn].map(([limit, amount]) => [limit, (amount * 6n) / 10n])) };
}

/** What a careful person would do: the cheapest yuan first, while it fits; null when that does not reach the amount. */
function lowestRatesFirst({ wanted, choices, headrooms }: CashNeed): bigint | null {
  const rateOf = ({ cost, netCash }: Choice) => Number(cost) / Number(netCash);
  const taken = new Set<string>();
  const room = new Map(headrooms);
  let [cash, spent] = [0n, 0n];
  for (const { netCash, cost, covers, draws } of [...choices].sort((a, b) => rateOf(a) - rateOf(b))) {
    if (cash >= wanted) break;
    const fits = draws.every(({ limit, amount }) => amount <= (room.get(limit) ?? 0n));
    if (!fits || covers.some((receivable) => taken.has(receivable))) continue;
    for (const receivable of covers) taken.add(receivable);
    for (const { limit, amount } of draws) room.set(limit, (room.get(limit) ?? 0n) - amount);
    cash += netCash;
    spent += cost;
  }
  return cash >= wanted ? spent : null;
}
