// The door of documents: reading and judging invoice files, and keeping them.
import type { LibrarySchema } from '#platform';
import { Documents1763778000000 } from '../migrations/202611220220-document';
import { DocumentEntity } from './data/document.entity';

export { invoiceCheckLine, type CheckedInvoice, type InvoiceCheckLine } from './check-invoice';
export { csvTemplate, type TemplateLanguage } from './csv-template';
export {
  buyerId,
  buyerIds,
  sellerId,
  sellerIds,
  type DraftLine,
  type DraftParty,
  type InvoiceDraft,
  type PartyIdentifier,
  type SourceKind,
} from './domain/invoice-draft';
export { invoiceKey } from './domain/invoice-key';
export { type Reading } from './domain/reading';
export { checkDraft } from './domain/rules';
export { type Finding, type Flag, type Reason, type Status, type Verdict } from './domain/verdict';
export { CSV_COLUMNS, type CsvColumn } from './readers/csv-columns';
export { MAX_CSV_ROWS, readCsv } from './readers/csv';
export { readInvoices } from './readers/read-invoices';
export { DocumentsModule } from './documents.module';
export { VAULT_DIR } from './data/vault';
export { Documents, type KeptFile, type Uploader } from './use-cases/documents';
export { safeFileName } from './use-cases/file-name';

export const documentsSchema: LibrarySchema = {
  name: 'documents',
  entities: [DocumentEntity],
  migrations: [Documents1763778000000],
  books: ['document'],
};
