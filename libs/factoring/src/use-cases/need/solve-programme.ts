// Solves a programme of whole choices by HiGHS (branch and cut, Huangfu and Hall 2018), which proves how far from the best its
// answer can be. It computes in floating point; whoever asks checks the answer exactly.
import loadHighs, { type Highs, type ModelData } from 'highs';
import type { Programme } from '../../domain/need/cash-need';

/** A programme whose numbers can go to another thread. */
export interface SolveInput {
  readonly programme: Programme;
  readonly seconds: number;
}
export interface Solved {
  /** By column; null when nothing fits, or nothing was found in time. */
  readonly taken: readonly boolean[] | null;
  /** Nothing can fit: proved, not given up. */
  readonly isImpossible: boolean;
  /** No answer can be better than this: a bound on the sum of the weights. */
  readonly bound: number;
}

/** Weights are whole, so that a difference below one is none. */
const GAPS = { mip_rel_gap: 0, mip_abs_gap: 0.9 };
const HALF = 0.5;

let loading: Promise<Highs> | undefined;

export async function solveProgramme({ programme, seconds }: SolveInput): Promise<Solved> {
  loading ??= loadHighs();
  const highs = await loading;
  const { modelStatus } = highs.constants;
  return highs.withModel(modelData(highs, programme), (model): Solved => {
    model.options.set({ ...GAPS, output_flag: false, time_limit: seconds });
    model.run();
    const status = model.getModelStatus();
    const isImpossible = status === modelStatus.infeasible;
    const found = status === modelStatus.optimal || status === modelStatus.timeLimit;
    const values = found ? [...model.getSolution().colValue] : [];
    return {
      isImpossible,
      bound: Number(model.info.get('mip_dual_bound')),
      taken: values.length === programme.weights.length ? values.map((value) => value > HALF) : null,
    };
  });
}

function modelData(highs: Highs, { aim, weights, rows }: Programme): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const [numCols, numRows] = [weights.length, rows.length];
  return {
    ...{ numCols, numRows },
    sense: aim === 'least_cost' ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: weights.map(Number),
    colLower: weights.map(() => 0),
    colUpper: weights.map(() => 1),
    integrality: weights.map(() => variableType.integer),
    rowLower: rows.map(({ least }) => (least === null ? -highs.infinity : Number(least))),
    rowUpper: rows.map(({ most }) => (most === null ? highs.infinity : Number(most))),
    matrix: {
      ...{ format: 'csr', numCols, numRows, starts },
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ coefficients }) => coefficients.map(Number)),
    },
  };
}
