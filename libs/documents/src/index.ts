// The door of documents: reading and judging invoice files, and keeping them.
import type { LibrarySchema } from '#platform';
import { Documents1763778000000 } from '../migrations/202611220220-document';
import { DocumentsOwner1763900720000 } from '../migrations/202611220720-owner-of-a-document';
import { DocumentEntity } from './data/document.entity';

export { invoiceCheckLine, type InvoiceCheckLine } from './check-invoice';
export { DocumentsModule } from './documents.module';
export { buyerIds, type InvoiceDraft, sellerIds } from './domain/invoice-draft';
export { plainCode } from './domain/invoice-key';
export type { Reading } from './domain/reading';
export { type InvoiceSource, invoicesIn, readInvoices } from './readers/read-invoices';
export { plainTable, tableCells, type WrittenRow } from './readers/table/table-cells';
export { readTable, type ReadTableOptions } from './readers/table/read-table';
export { csvTemplate } from './templates/csv-template';
export { type TableColumn, xlsxTable } from './templates/xlsx-table';
export { xlsxTemplate } from './templates/xlsx-template';
export { refuseEicar } from './readers/eicar';
export { attachment } from './use-cases/file-name';
export { Documents, type KeptFile } from './use-cases/documents';

export const documentsSchema: LibrarySchema = {
  name: 'documents',
  entities: [DocumentEntity],
  migrations: [Documents1763778000000, DocumentsOwner1763900720000],
  books: ['document'],
};
