// The outcome of reading one invoice: the verdict with everything that was readable, also when refused.
import type { InvoiceDraft } from './invoice-draft';
import { invoiceKey } from './invoice-key';
import { checkDraft } from './rules';
import { verdictOf, type Finding, type Verdict } from './verdict';

export interface Reading extends Verdict {
  readonly draft: InvoiceDraft | null;
  /** The canonical invoice key, where the draft states enough for one. */
  readonly key: string | null;
  /** Line of a CSV file where the row begins, 1 being the header; null elsewhere. */
  readonly line: number | null;
}

/** Judges a draft. `problems` are what the reader itself could not make sense of. */
export function judged(
  draft: InvoiceDraft,
  problems: readonly Finding[],
  line: number | null = null,
): Reading {
  const { status, reasons, flags } = verdictOf([...problems, ...checkDraft(draft)]);
  return { status, reasons, flags, draft, key: invoiceKey(draft), line };
}

/** Nothing of the file, or of this row, could be read. */
export function unreadable(finding: Finding, line: number | null = null): Reading {
  return { ...verdictOf([finding]), draft: null, key: null, line };
}
