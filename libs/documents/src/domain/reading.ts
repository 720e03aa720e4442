// The outcome of reading one invoice: the verdict with everything that was readable, also when refused.
import type { LocalDate } from '#kernel';
import { atCells } from './rules/cells';
import { futureFinding } from './rules/date-rules';
import type { InvoiceDraft } from './invoice-draft';
import { invoiceKey } from './invoice-key';
import { checkDraft } from './rules/rules';
import { verdictOf, type Finding, type Verdict } from './verdict';

export interface Reading extends Verdict {
  readonly draft: InvoiceDraft | null;
  /** The canonical invoice key, where the draft states enough for one. */
  readonly key: string | null;
  /** Line of a table where the invoice begins, 1 being the first; null elsewhere. */
  readonly line: number | null;
  /** Name of the file inside an uploaded archive, those of a nested archive after a slash; null outside archives. */
  readonly entry: string | null;
  /** Name of the sheet in a workbook; null elsewhere. */
  readonly sheet: string | null;
}

export interface TablePlace {
  readonly line: number;
  readonly sheet: string | null;
}

/** Judges a draft. `problems` are what the reader itself could not make sense of. */
export function judged(
  draft: InvoiceDraft,
  problems: readonly Finding[],
  place: TablePlace | null = null,
): Reading {
  const { status, reasons, flags } = verdictOf([...problems, ...atCells(draft, checkDraft(draft), problems)]);
  const [line, sheet] = [place?.line ?? null, place?.sheet ?? null];
  return { status, reasons, flags, draft, key: invoiceKey(draft), line, sheet, entry: null };
}

/** Nothing of the file, or of this row, could be read. */
export function unreadable(finding: Finding, place: TablePlace | null = null): Reading {
  const [line, sheet] = [place?.line ?? null, place?.sheet ?? null];
  return { ...verdictOf([finding]), draft: null, key: null, line, sheet, entry: null };
}

/** The same reading on a known day: an invoice that claims to come from the future is flagged. */
export function readOn(today: LocalDate, reading: Reading): Reading {
  const finding = reading.draft === null ? null : futureFinding(reading.draft, today);
  if (finding === null) return reading;
  const { status, reasons, flags } = verdictOf([finding]);
  return {
    ...reading,
    status: reading.status === 'refused' ? 'refused' : status,
    reasons: [...reading.reasons, ...reasons],
    flags: [...reading.flags, ...flags],
  };
}
