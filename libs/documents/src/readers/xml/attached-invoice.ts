// The invoice among the files attached to a document (PDF, OFD). Their names prove nothing; an attachment that is no
// invoice is passed over, and two invoices that differ are refused, for nobody could say which one is claimed.
import { DomainError } from '#kernel';
import { plainCode } from '../../domain/invoice-key';
import { errors, findingOf } from '../../domain/errors';
import { unreadable, type Reading } from '../../domain/reading';
import { refuseEicar } from '../eicar';
import { sniff } from '../sniff';
import { readXml } from './read-xml';

const NAMED = 5;

/** Of two attachments that state one invoice the one with something against it counts: a voucher knows of payment. */
const PREFERENCE = ['flagged', 'accepted', 'refused'] as const;

/** What makes two attachments the same claim, whatever their syntax. */
function identityOf({ draft, key }: Reading): string {
  if (draft === null) return '';
  const { number, currency, grossAmount, payableAmount } = draft;
  return [key ?? plainCode(number ?? ''), currency, grossAmount, payableAmount].join('|');
}

/**
 * Null when nothing attached is XML of an invoice.
 * @throws documents.eicar; what is wrong with an attached XML where none is an invoice
 */
export function attachedInvoice(attachments: readonly Uint8Array[]): Reading | null {
  const invoices: Reading[] = [];
  let fault: DomainError | null = null;
  for (const bytes of attachments) {
    refuseEicar(bytes);
    if (sniff(bytes).is !== 'xml') continue;
    try {
      invoices.push(readXml(bytes));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code !== 'documents.format_unknown') fault ??= error;
    }
  }
  const invoice = PREFERENCE.map((wanted) => invoices.find(({ status }) => status === wanted)).find(Boolean);
  if (invoice === undefined && fault !== null) throw fault;
  const different = new Map(invoices.map((reading) => [identityOf(reading), reading]));
  if (different.size <= 1) return invoice ?? null;
  const numbers = [...different.values()].slice(0, NAMED).map(({ draft }) => draft?.number ?? '?');
  return unreadable(findingOf(errors.several_invoices({ numbers: numbers.join(', ') })));
}
