// Answers a need exactly although the solver computes in floating point: what it takes is checked in whole minor units, and a
// row that was missed by a hair is tightened by that hair and solved again.
import { type Aim, type CashNeed, fulfils, type Programme, programmeOf, worthOf } from './cash-need';

export interface Solution {
  readonly taken: readonly boolean[] | null;
  readonly isImpossible: boolean;
  readonly bound: number;
}
export type Solver = (programme: Programme) => Promise<Solution>;

export interface Way {
  /** By choice, in their order. */
  readonly taken: readonly boolean[];
  readonly cost: bigint;
  readonly netCash: bigint;
  /** Whether the amount wanted is reached; otherwise this is the most that can be had. */
  readonly isReached: boolean;
  /** At most so much of the cost (or, where not reached, of the cash) could be saved (gained); 0 is proved to be the best. */
  readonly gap: number;
}

const MOST_TRIES = 4;

/** Null when the solver found no answer in its time. */
export async function cheapestWay(need: CashNeed, solve: Solver): Promise<Way | null> {
  const cheapest = await solved(need, 'least_cost', solve);
  if (cheapest !== 'impossible') return cheapest && wayOf(need, cheapest, true);
  const most = await solved(need, 'most_cash', solve);
  return most && most !== 'impossible' ? wayOf(need, most, false) : null;
}

interface Found {
  readonly taken: readonly boolean[];
  readonly gap: number;
}

async function solved(need: CashNeed, aim: Aim, solve: Solver): Promise<Found | 'impossible' | null> {
  const programme = programmeOf(need, aim);
  if (need.choices.length === 0) return aim === 'least_cost' ? 'impossible' : { taken: [], gap: 0 };
  let asked = programme;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { taken, isImpossible, bound } = await solve(asked);
    if (isImpossible) return 'impossible';
    if (!taken) return null;
    if (fulfils(programme, taken)) return { taken, gap: gapOf(Number(worthOf(programme, taken)), bound) };
    asked = tightened(asked, taken);
  }
  return null;
}

/** Each row that is missed asks for as much more as it was missed by. */
function tightened(programme: Programme, taken: readonly boolean[]): Programme {
  return {
    ...programme,
    rows: programme.rows.map((row) => {
      const { columns, coefficients, least, most } = row;
      const sum = columns.reduce(
        (total, column, at) => (taken[column] ? total + (coefficients[at] ?? 0n) : total),
        0n,
      );
      if (least !== null && sum < least) return { ...row, least: least + (least - sum) };
      if (most !== null && sum > most) return { ...row, most: most - (sum - most) };
      return row;
    }),
  };
}

/** Weights are whole: what lies less than one from the bound is the best. */
function gapOf(worth: number, bound: number): number {
  const away = Math.abs(worth - bound);
  return away < 1 || worth === 0 ? 0 : away / Math.abs(worth);
}

function wayOf({ choices }: CashNeed, { taken, gap }: Found, isReached: boolean): Way {
  const chosen = choices.filter((_, column) => taken[column]);
  return {
    ...{ taken, isReached, gap },
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0n),
    netCash: chosen.reduce((sum, { netCash }) => sum + netCash, 0n),
  };
}
