import fc from 'fast-check';
import { localDate, money } from '#kernel';
import type { Candidate } from '../intake';
import { bySupplier, judgePayable } from './payable';

const candidate: Candidate = {
  ...{ position: 1, file: 0, fileName: 'payables.csv', sheet: null, line: 2, status: 'accepted' },
  ...{ reasons: [], flags: [], key: 'G:DE1:P-1:389', number: 'P-1', typeCode: '389' },
  ...{ issueDate: localDate('2026-01-15'), dueDate: localDate('2026-04-15'), paymentTerms: null },
  ...{ sellerIds: ['SELLER-TAX'], buyerIds: ['BUYER-TAX'], buyerName: 'Buyer Ltd' },
  ...{ payable: money('1000.00', 'EUR'), credited: null, preceding: [] },
};
const known = new Map([
  ['SELLER-TAX', 'seller'],
  ['SELLER-LEI', 'seller'],
  ['BUYER-TAX', 'buyer'],
  ['BUYER-LEI', 'buyer'],
  ['OTHER-TAX', 'other'],
]);
const verdict = (wish: Partial<Candidate>) => judgePayable({ ...candidate, ...wish }, 'buyer', known);
const rules = (wish: Partial<Candidate>) => {
  const judged = verdict(wish);
  return judged.kind === 'kept' ? judged.reasons.map(({ rule }) => rule) : 'claimable';
};
const said = (rule: string) => ({ rule, message: { en: '-', zh: '-' }, fix: { en: '-', zh: '-' } });

describe('an invoice that its debtor uploads', () => {
  it.each([
    ['as it is', {}],
    [
      'with two identifiers of each',
      { sellerIds: ['SELLER-LEI', '?'], buyerIds: ['BUYER-LEI', 'BUYER-TAX'] },
    ],
    [
      'as a line of its purchase ledger',
      { status: 'flagged', flags: ['purchase'], reasons: [said('purchase')] } as const,
    ],
  ])('becomes the supplier’s %s', (_, wish) => {
    expect(verdict(wish)).toMatchObject({
      kind: 'claimable',
      claimable: { supplierId: 'seller', debtorId: 'buyer', candidate: { flags: [], reasons: [] } },
    });
  });

  it.each([
    [{ key: null }, 'invoice_unidentified'],
    [{ payable: null }, 'invoice_unidentified'],
    [{ buyerIds: ['OTHER-TAX'] }, 'buyer_is_not_uploader'],
    [{ buyerIds: ['BUYER-TAX', 'OTHER-TAX'] }, 'buyer_is_not_uploader'],
    [{ buyerIds: [] }, 'buyer_is_not_uploader'],
    [{ sellerIds: ['?'] }, 'seller_unknown'],
    [{ sellerIds: [] }, 'seller_unknown'],
    [{ sellerIds: ['SELLER-TAX', 'OTHER-TAX'] }, 'seller_ambiguous'],
    [{ sellerIds: ['BUYER-LEI'] }, 'buyer_is_seller'],
    [{ dueDate: null }, 'payable_undated'],
  ])('with %j is refused: %s', (wish, code) => {
    expect(rules(wish)).toEqual([`receivables.${code}`]);
  });

  it('keeps every other objection: a purchase that was reversed is none to answer', () => {
    const reasons = [said('purchase'), said('reversed')];
    expect(rules({ status: 'flagged', flags: ['purchase', 'reversed'], reasons })).toEqual(['reversed']);
    expect(rules({ status: 'refused', reasons: [said('BR-CO-15')] })).toEqual(['BR-CO-15']);
  });
});

it('groups by supplier in their order, and leaves nobody out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (ids) => {
      const invoices = ids.map((supplierId, at) => ({ claimable: { supplierId }, at }));
      const groups = bySupplier(invoices);
      expect(groups.map(([id]) => id)).toEqual([...new Set(ids)].sort());
      expect(groups.flatMap(([, group]) => group.map(({ at }) => at)).sort((x, y) => x - y)).toEqual(
        invoices.map(({ at }) => at),
      );
    }),
  );
});
