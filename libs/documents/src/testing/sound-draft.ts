// A sound EN 16931 draft that the specs of the rules bend one field at a time.
import { localDate } from '#kernel';
import { EMPTY_DRAFT, EMPTY_PARTY, type En16931Facts, type InvoiceDraft } from '../domain/invoice-draft';

export const SOUND_FACTS: En16931Facts = {
  specification: 'urn:cen.eu:en16931:2017',
  hasTotals: true,
  taxTotals: 1,
  taxLines: [{ taxable: '100', tax: '13', category: 'S', rate: '13' }],
  allowances: [],
  charges: [],
  representative: null,
  period: null,
};

export const SOUND_DRAFT: InvoiceDraft = {
  ...EMPTY_DRAFT,
  source: 'ubl',
  number: 'A-1',
  typeCode: '380',
  issueDate: localDate('2026-09-01'),
  dueDate: localDate('2026-12-01'),
  currency: 'CNY',
  seller: { ...EMPTY_PARTY, name: 'Seller Ltd', taxId: 'SE123456789001', hasAddress: true, country: 'SE' },
  buyer: { ...EMPTY_PARTY, name: 'Buyer Ltd', hasAddress: true, country: 'SE' },
  lineNetTotal: '100',
  netAmount: '100',
  taxAmount: '13',
  grossAmount: '113',
  payableAmount: '113',
  lines: [
    {
      id: '1',
      quantity: '2',
      unit: 'C62',
      netAmount: '100',
      itemName: 'Bearings',
      netPrice: '50',
      grossPrice: null,
      taxCategory: 'S',
      taxAmount: null,
      taxRate: null,
      period: null,
    },
  ],
  lineCount: 1,
  en16931: SOUND_FACTS,
};

export function bent(change: Partial<InvoiceDraft>): InvoiceDraft {
  return { ...SOUND_DRAFT, ...change };
}
