// A receivable for the specs, put before its debtor and not answered.
import { localDate, money, newId, shardFor } from '#kernel';
import type { Receivable } from './receivable';

export function receivableForTest(wish: Partial<Receivable> = {}): Receivable {
  return {
    id: newId<'receivable'>(shardFor('supplier')),
    supplierId: 'supplier',
    debtorId: 'debtor',
    documentId: 'document',
    presentedBy: 'supplier',
    invoiceKey: 'D:24112000000012345678',
    invoiceNumber: '24112000000012345678',
    typeCode: '380',
    issueDate: localDate('2026-01-15'),
    dueDate: localDate('2026-04-15'),
    paymentTerms: null,
    registered: money('1000.00', 'CNY'),
    payable: money('1000.00', 'CNY'),
    confirmed: null,
    state: 'listed',
    listedAt: new Date('2026-01-20T02:00:00Z'),
    answerBy: localDate('2026-02-19'),
    answeredAt: null,
    duplicateHold: false,
    disputeHold: false,
    version: 1,
    createdAt: new Date('2026-01-20T02:00:00Z'),
    ...wish,
  };
}
