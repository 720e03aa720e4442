// The cheapest way to an amount of cash: which offers to accept, when each is taken as a whole or not at all, no receivable
// serves twice, and no limit is exceeded. An integer programme (set packing under a covering constraint); whole numbers of
// minor units throughout, so that an answer is checked exactly, whoever computed it.
import { invariant } from '#kernel';

/** What is taken as a whole or not at all. */
export interface Choice {
  readonly id: string;
  /** Paid on the value date, in minor units; above 0. */
  readonly netCash: bigint;
  /** Interest, fees and surplus forgone, in minor units. */
  readonly cost: bigint;
  /** Receivables that it takes; each can be taken once. */
  readonly covers: readonly string[];
  /** What it draws on limits, in minor units. */
  readonly draws: readonly { readonly limit: string; readonly amount: bigint }[];
}

export interface CashNeed {
  /** Net cash wanted, in minor units; above 0. */
  readonly wanted: bigint;
  readonly choices: readonly Choice[];
  readonly headrooms: ReadonlyMap<string, bigint>;
}

/** A row of the programme: the sum of the coefficients of what is taken lies within the bounds. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly bigint[];
  readonly least: bigint | null;
  readonly most: bigint | null;
}

export type Aim = 'least_cost' | 'most_cash';

/** Columns are choices in their given order. */
export interface Programme {
  readonly aim: Aim;
  readonly weights: readonly bigint[];
  readonly rows: readonly Row[];
}

/** Least cost for the amount wanted; or, where that much cannot be had, the most cash there is. */
export function programmeOf(need: CashNeed, aim: Aim): Programme {
  const { choices, wanted } = need;
  const all = choices.map((_, column) => column);
  const cash: Row = {
    columns: all,
    coefficients: choices.map(({ netCash }) => netCash),
    least: wanted,
    most: null,
  };
  const packing = [...oncePerReceivable(choices), ...withinLimits(need)];
  return aim === 'least_cost'
    ? { aim, weights: choices.map(({ cost }) => cost), rows: [cash, ...packing] }
    : { aim, weights: choices.map(({ netCash }) => netCash), rows: packing };
}

/** One row per group of choices that meet on a receivable; offers on one request share one. */
function oncePerReceivable(choices: readonly Choice[]): Row[] {
  const takers = new Map<string, number[]>();
  choices.forEach(({ covers }, column) => {
    for (const receivable of covers) takers.set(receivable, [...(takers.get(receivable) ?? []), column]);
  });
  const groups = new Map([...takers.values()].map((columns) => [columns.join(), columns]));
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((columns) => ({ columns, coefficients: columns.map(() => 1n), least: null, most: 1n }));
}

function withinLimits({ choices, headrooms }: CashNeed): Row[] {
  const drawn = new Map<string, Map<number, bigint>>();
  choices.forEach(({ draws }, column) => {
    for (const { limit, amount } of draws) {
      const row = drawn.get(limit) ?? new Map<number, bigint>();
      row.set(column, (row.get(column) ?? 0n) + amount);
      drawn.set(limit, row);
    }
  });
  return [...drawn].map(([limit, row]) => ({
    columns: [...row.keys()],
    coefficients: [...row.values()],
    least: null,
    most: headrooms.get(limit) ?? 0n,
  }));
}

/** Exactly, whatever a solver thought of it. */
export function fulfils({ rows }: Programme, taken: readonly boolean[]): boolean {
  return rows.every(({ columns, coefficients, least, most }) => {
    const sum = columns.reduce(
      (total, column, at) => (taken[column] ? total + (coefficients[at] ?? 0n) : total),
      0n,
    );
    return (least === null || sum >= least) && (most === null || sum <= most);
  });
}

export function worthOf({ weights }: Programme, taken: readonly boolean[]): bigint {
  invariant(taken.length === weights.length, 'each choice is taken or not');
  return weights.reduce((total, weight, column) => (taken[column] ? total + weight : total), 0n);
}

/**
 * Why an offer is not in the plan: its receivables serve in another offer of the plan; with what is in the plan it would
 * exceed a limit of the financier; or the amount is reached, and it would cost more.
 */
export const OFFERS_LEFT_OUT = ['receivable_taken', 'limit_used_up', 'dearer'] as const;
export type LeftOut = (typeof OFFERS_LEFT_OUT)[number];

export function leftOutFor(
  { choices, headrooms }: CashNeed,
  taken: readonly boolean[],
  column: number,
): LeftOut {
  const choice = choices[column];
  invariant(choice && !taken[column], 'it is not in the plan');
  const chosen = choices.filter((_, at) => taken[at]);
  const used = new Set(chosen.flatMap(({ covers }) => covers));
  if (choice.covers.some((receivable) => used.has(receivable))) return 'receivable_taken';
  const isFull = ({ limit, amount }: Choice['draws'][number]) => {
    const drawn = chosen
      .flatMap(({ draws }) => draws)
      .reduce((sum, draw) => (draw.limit === limit ? sum + draw.amount : sum), amount);
    return drawn > (headrooms.get(limit) ?? 0n);
  };
  return choice.draws.some(isFull) ? 'limit_used_up' : 'dearer';
}
