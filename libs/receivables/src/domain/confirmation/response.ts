// How a debtor answers, counted from what it did: how soon, how often in time, how often it disputed or took back.
// Figures of a few cases say more of those cases than of the debtor, so they are shown to the debtor alone.

/** Fewer say nothing of a habit. */
export const FEWEST_CASES = 5;

export interface ResponseCount {
  readonly debtorId: string;
  /** Answered, or the day of the answer has passed. */
  readonly cases: number;
  readonly answered: number;
  /** By the day on which the answer was due (保障中小企业款项支付条例 (2025) Art. 16). */
  readonly inTime: number;
  readonly disputed: number;
  readonly withdrawn: number;
  /** From the task to its answer, with one decimal; null without an answer. */
  readonly medianDays: string | null;
}

/** Shares in whole per cent: in time of all cases, the others of what was answered. */
export interface Response {
  readonly debtorId: string;
  /** Null: too few to be shown; then so is the rest. */
  readonly cases: number | null;
  readonly medianDays: string | null;
  readonly inTimePercent: number | null;
  readonly disputedPercent: number | null;
  readonly withdrawnPercent: number | null;
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 100) / whole);

/** @param isOwn the debtor looks at itself */
export function responseOf(count: ResponseCount, isOwn: boolean): Response {
  const { debtorId, cases, answered, inTime, disputed, withdrawn, medianDays } = count;
  if (cases < FEWEST_CASES && !isOwn)
    return {
      ...{ debtorId, cases: null, medianDays: null },
      ...{ inTimePercent: null, disputedPercent: null, withdrawnPercent: null },
    };
  return {
    ...{ debtorId, cases, medianDays },
    inTimePercent: percent(inTime, cases),
    disputedPercent: percent(disputed, answered),
    withdrawnPercent: percent(withdrawn, answered),
  };
}

export const noResponse = (debtorId: string): ResponseCount => ({
  ...{ debtorId, cases: 0, answered: 0, inTime: 0, disputed: 0, withdrawn: 0, medianDays: null },
});
