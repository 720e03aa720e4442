import fc from 'fast-check';
import { money } from '#kernel';
import { CATEGORIES, type Category } from './category';
import type { CollateralItem, FilingDraft, PartyRef } from './filing';
import { draftFaults, type FilingLimits } from './filing-rules';

const limits: FilingLimits = { termMinMonths: 1, termMaxMonths: 360 };
const supplier: PartyRef = {
  organisationId: null,
  legalName: '杭州明远科技有限公司',
  identifierScheme: 'USCC',
  identifier: '91110000802100433B',
};
const bank: PartyRef = {
  organisationId: null,
  legalName: 'First Bank',
  identifierScheme: null,
  identifier: null,
};
const item: CollateralItem = {
  assetKey: null,
  description: '2026年第1号合同项下应收账款',
  amount: null,
  payable: null,
  invoiceNumber: null,
  debtorName: null,
};
const draft: FilingDraft = {
  category: 'receivables_pledge',
  origin: 'user',
  dealId: null,
  grantors: [supplier],
  securedParties: [bank],
  collateral: [item],
  termMonths: 12,
  maximumAmount: null,
  filedBy: { userId: 'u', organisationId: 'o' },
};
const withItem = (over: Partial<CollateralItem>): Partial<FilingDraft> => ({
  collateral: [{ ...item, ...over }],
});
const yuan = (amount: string) => money(amount, 'CNY');
const found = (over: Partial<FilingDraft>) =>
  draftFaults({ ...draft, ...over }, limits).map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('draftFaults', () => {
  it.each<[string, Partial<FilingDraft>]>([
    ['the least there can be', {}],
    ['the shortest term', { termMonths: 1 }],
    ['the longest term', { termMonths: 360 }],
    ['several parties on both sides', { grantors: [supplier, { ...bank, legalName: 'Sister Ltd' }] }],
    [
      'two people of one name',
      {
        grantors: [
          { ...supplier, identifierScheme: 'PERSON', identifier: '11010519491231002X' },
          { ...supplier, identifierScheme: 'PERSON', identifier: 'G12345678' },
        ],
      },
    ],
    ['an LEI', { grantors: [{ ...supplier, identifierScheme: 'LEI', identifier: '5493001KJTIIGC8Y1R12' }] }],
    [
      'a scheme without check digits',
      { grantors: [{ ...supplier, identifierScheme: 'LOCAL', identifier: 'x1' }] },
    ],
    ['all of an asset', withItem({ assetKey: 'invoice:1', amount: yuan('10'), payable: yuan('10') })],
    ['a maximum amount', { maximumAmount: yuan('0.01') }],
  ])('accepts %s', (_, over) => {
    expect(found(over)).toEqual([]);
  });

  it.each(CATEGORIES)('accepts the category %s', (category) => {
    expect(found({ category })).toEqual([]);
  });

  it.each<[string, Partial<FilingDraft>, string]>([
    ['an unknown category', { category: 'ships' as Category }, '/category registry.category_unknown'],
    ['no grantor', { grantors: [] }, '/grantors registry.party_missing'],
    ['no secured party', { securedParties: [] }, '/securedParties registry.party_missing'],
    [
      'one party on both sides',
      { securedParties: [bank, supplier] },
      '/securedParties/1 registry.party_on_both_sides',
    ],
    [
      'one party on both sides, once by name only',
      { securedParties: [{ ...bank, legalName: '杭州 明远科技有限公司' }] },
      '/securedParties/0 registry.party_on_both_sides',
    ],
    ['one party twice', { grantors: [supplier, supplier] }, '/grantors/1 registry.party_twice'],
    [
      'a name of blanks',
      { grantors: [{ ...bank, legalName: '\u3000' }] },
      '/grantors/0/legalName registry.name_missing',
    ],
    [
      'an identifier without scheme',
      { grantors: [{ ...supplier, identifierScheme: null }] },
      '/grantors/0/identifier registry.identifier_incomplete',
    ],
    [
      'a scheme without identifier',
      { securedParties: [{ ...bank, identifierScheme: 'LEI' }] },
      '/securedParties/0/identifier registry.identifier_incomplete',
    ],
    [
      'a wrong USCC',
      { grantors: [{ ...supplier, identifier: '91110000802100433C' }] },
      '/grantors/0/identifier registry.identifier_wrong',
    ],
    [
      'a wrong LEI',
      { grantors: [{ ...supplier, identifierScheme: 'LEI', identifier: '5493001KJTIIGC8Y1R13' }] },
      '/grantors/0/identifier registry.identifier_wrong',
    ],
    ['no collateral', { collateral: [] }, '/collateral registry.collateral_missing'],
    [
      'a vague description',
      withItem({ description: '货物 !!' }),
      '/collateral/0/description registry.description_vague',
    ],
    [
      'an asset key with blanks at its end',
      withItem({ assetKey: 'a ' }),
      '/collateral/0/assetKey registry.asset_key_malformed',
    ],
    [
      'an asset key too long',
      withItem({ assetKey: 'a'.repeat(301) }),
      '/collateral/0/assetKey registry.asset_key_malformed',
    ],
    [
      'an invoice number of dashes',
      withItem({ invoiceNumber: '--' }),
      '/collateral/0/invoiceNumber registry.invoice_number_malformed',
    ],
    [
      'an amount of zero',
      withItem({ amount: yuan('0') }),
      '/collateral/0/amount/amount registry.amount_not_positive',
    ],
    [
      'a payable below zero',
      withItem({ payable: yuan('-1') }),
      '/collateral/0/payable/amount registry.amount_not_positive',
    ],
    [
      'more than is payable',
      withItem({ amount: yuan('10.01'), payable: yuan('10') }),
      '/collateral/0/amount registry.amount_above_payable',
    ],
    [
      'two currencies',
      withItem({ amount: yuan('10'), payable: money('10', 'USD') }),
      '/collateral/0/payable/currency registry.currency_differs',
    ],
    ['a deal without asset key', { origin: 'deal', dealId: 'd' }, '/collateral/0 registry.claim_incomplete'],
    ['a maximum of zero', { maximumAmount: yuan('0') }, '/maximumAmount/amount registry.amount_not_positive'],
    ['no term', { termMonths: 0 }, '/termMonths registry.term_out_of_range'],
    ['a term too long', { termMonths: 361 }, '/termMonths registry.term_out_of_range'],
    ['half a month', { termMonths: 1.5 }, '/termMonths registry.term_out_of_range'],
  ])('refuses %s', (_, over, expected) => {
    expect(found(over)).toContain(expected);
  });

  it('goes by the figures in force', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 500 }), fc.nat(200), fc.nat(300), (termMonths, least, more) => {
        const figures = { termMinMonths: least, termMaxMonths: least + more };
        const refused = draftFaults({ ...draft, termMonths }, figures).length > 0;
        expect(refused).toBe(termMonths < least || termMonths > least + more);
      }),
    );
  });

  it('says what to do about each fault, in both languages', () => {
    const faults = draftFaults({ ...draft, grantors: [], collateral: [], termMonths: 0 }, limits);
    expect(faults).toHaveLength(3);
    for (const { message, fix } of faults)
      for (const text of [message.en, message.zh, fix.en, fix.zh]) expect(text.length).toBeGreaterThan(4);
  });
});
