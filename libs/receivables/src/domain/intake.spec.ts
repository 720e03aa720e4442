import fc from 'fast-check';
import { localDate, money } from '#kernel';
import { type Candidate, duplicateReason, judge } from './intake';

const candidate: Candidate = {
  position: 1,
  file: 0,
  fileName: 'invoice.xml',
  sheet: null,
  line: null,
  status: 'accepted',
  reasons: [],
  flags: [],
  key: 'D:24112000000012345678',
  number: '24112000000012345678',
  typeCode: '380',
  issueDate: localDate('2026-01-15'),
  dueDate: null,
  paymentTerms: null,
  sellerIds: ['SELLER-TAX'],
  buyerIds: ['BUYER-TAX'],
  buyerName: 'Buyer Ltd',
  credited: null,
  preceding: [],
  payable: money('1000.00', 'CNY'),
};
const known = new Map([
  ['SELLER-TAX', 'seller'],
  ['SELLER-LEI', 'seller'],
  ['BUYER-TAX', 'buyer'],
  ['BUYER-LEI', 'buyer'],
  ['OTHER-TAX', 'other'],
]);
const UPLOADER = { id: 'seller', mandates: new Map() };
const verdict = (wish: Partial<Candidate>) => judge({ ...candidate, ...wish }, UPLOADER, known);
const rules = (wish: Partial<Candidate>) => {
  const judged = verdict(wish);
  return judged.kind === 'kept' ? judged.reasons.map(({ rule }) => rule) : 'claimable';
};

describe('an invoice that was read as acceptable', () => {
  it.each([
    ['as it is', {}],
    [
      'with two identifiers of each',
      { sellerIds: ['SELLER-TAX', 'SELLER-LEI'], buyerIds: ['?', 'BUYER-LEI'] },
    ],
    ['without a name of the buyer', { buyerName: null }],
  ])('can be claimed %s', (_, wish) => {
    expect(verdict(wish)).toMatchObject({
      kind: 'claimable',
      claimable: { debtorId: 'buyer', key: candidate.key, payable: candidate.payable },
    });
  });

  it.each([
    [{ key: null }, 'invoice_unidentified'],
    [{ number: null }, 'invoice_unidentified'],
    [{ typeCode: null }, 'invoice_unidentified'],
    [{ issueDate: null }, 'invoice_unidentified'],
    [{ payable: null }, 'invoice_unidentified'],
    [{ sellerIds: ['OTHER-TAX'] }, 'seller_is_not_uploader'],
    [{ sellerIds: ['?'] }, 'seller_is_not_uploader'],
    [{ sellerIds: [] }, 'seller_is_not_uploader'],
    [{ sellerIds: ['SELLER-TAX', 'OTHER-TAX'] }, 'seller_is_not_uploader'],
    [{ buyerIds: ['?'] }, 'buyer_unknown'],
    [{ buyerIds: [] }, 'buyer_unknown'],
    [{ buyerIds: ['BUYER-TAX', 'OTHER-TAX'] }, 'buyer_ambiguous'],
    [{ buyerIds: ['SELLER-LEI'] }, 'buyer_is_seller'],
  ])('with %j is refused: %s', (wish, code) => {
    expect(rules(wish)).toEqual([`receivables.${code}`]);
  });
});

it.each(['flagged', 'refused'] as const)(
  'an invoice %s by its reader is kept with its reasons only',
  (status) => {
    const reason = { rule: 'BR-CO-15', message: { en: 'a', zh: 'b' }, fix: { en: 'c', zh: 'd' } };
    expect(verdict({ status, reasons: [reason], sellerIds: [] })).toEqual({
      kind: 'kept',
      candidate: expect.objectContaining({ status }) as Candidate,
      reasons: [reason],
    });
  },
);

it('an invoice becomes claimable only for its one seller and one other known buyer', () => {
  const ids = fc.subarray(['SELLER-TAX', 'SELLER-LEI', 'BUYER-TAX', 'BUYER-LEI', 'OTHER-TAX', '?']);
  fc.assert(
    fc.property(ids, ids, (sellerIds, buyerIds) => {
      const owners = (list: string[]) => new Set(list.flatMap((id) => known.get(id) ?? []));
      const isRight =
        owners(sellerIds).size === 1 &&
        owners(sellerIds).has('seller') &&
        owners(buyerIds).size === 1 &&
        !owners(buyerIds).has('seller');
      expect(verdict({ sellerIds, buyerIds }).kind === 'claimable').toBe(isRight);
    }),
  );
});

it('a duplicate says whose it repeats only to its own supplier', () => {
  expect(duplicateReason(true).rule).toBe('receivables.invoice_duplicate');
  expect(duplicateReason(false).rule).toBe('receivables.invoice_taken');
});

describe('brought under a mandate', () => {
  const agent = (...kinds: ('invoices' | 'credit_notes')[]) => ({
    id: 'other',
    mandates: new Map([['seller', kinds]]),
  });
  const credit: Candidate = {
    ...candidate,
    ...{ status: 'flagged', flags: ['credit_note'], payable: null, credited: money('10.00', 'CNY') },
  };

  it('an invoice is the seller’s, and for nobody without a mandate for invoices', () => {
    expect(judge(candidate, agent('invoices'), known)).toMatchObject({ claimable: { supplierId: 'seller' } });
    for (const uploader of [agent('credit_notes'), { id: 'other', mandates: new Map() }])
      expect(judge(candidate, uploader, known)).toMatchObject({
        kind: 'kept',
        reasons: [{ rule: 'receivables.seller_is_not_uploader' }],
      });
  });

  it('a credit note is the seller’s, and only kept without a mandate for credit notes', () => {
    expect(judge(credit, agent('credit_notes'), known)).toMatchObject({
      correcting: { supplierId: 'seller' },
    });
    expect(judge(credit, agent('invoices'), known).kind).toBe('kept');
  });

  it('an invoice that names two sellers is nobody’s', () => {
    const two = { ...candidate, sellerIds: ['SELLER-TAX', 'OTHER-TAX'] };
    expect(judge(two, agent('invoices'), known).kind).toBe('kept');
  });
});
