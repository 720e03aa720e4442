// A reading as the JSON line of `invoice check`: messages in English, amounts as decimal strings.
import { withMinorDigits } from './domain/amounts';
import { buyerId, sellerId, type InvoiceDraft } from './domain/invoice-draft';
import type { Reading } from './domain/reading';
import type { Flag, Status } from './domain/verdict';

export interface CheckedInvoice {
  readonly number: string | null;
  readonly typeCode: string | null;
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly currency: string | null;
  readonly sellerName: string | null;
  readonly sellerId: string | null;
  readonly buyerName: string | null;
  readonly buyerId: string | null;
  readonly payeeName: string | null;
  readonly netAmount: string | null;
  readonly grossAmount: string | null;
  readonly prepaidAmount: string | null;
  readonly payableAmount: string | null;
  readonly lineCount: number | null;
}

export interface InvoiceCheckLine {
  readonly file: string;
  /** The file inside `file`, where that is an archive. */
  readonly entry?: string;
  readonly status: Status;
  readonly reasons: readonly { readonly rule: string; readonly message: string }[];
  readonly flags: readonly Flag[];
  /** Filled whenever something was readable, also when refused. */
  readonly invoice: CheckedInvoice | null;
}

function checkedInvoice(draft: InvoiceDraft): CheckedInvoice {
  const amount = (value: string | null): string | null => withMinorDigits(value, draft.currency);
  return {
    number: draft.number,
    typeCode: draft.typeCode,
    issueDate: draft.issueDate,
    dueDate: draft.dueDate,
    currency: draft.currency,
    sellerName: draft.seller.name,
    sellerId: sellerId(draft),
    buyerName: draft.buyer.name,
    buyerId: buyerId(draft),
    payeeName: draft.payee?.name ?? null,
    netAmount: amount(draft.netAmount),
    grossAmount: amount(draft.grossAmount),
    prepaidAmount: amount(draft.prepaidAmount),
    payableAmount: amount(draft.payableAmount),
    lineCount: draft.lineCount,
  };
}

/** `file` is printed as given. */
export function invoiceCheckLine(file: string, reading: Reading): InvoiceCheckLine {
  return {
    file,
    ...(reading.entry === null ? {} : { entry: reading.entry }),
    status: reading.status,
    reasons: reading.reasons.map(({ rule, message }) => ({ rule, message: message.en })),
    flags: reading.flags,
    invoice: reading.draft === null ? null : checkedInvoice(reading.draft),
  };
}
