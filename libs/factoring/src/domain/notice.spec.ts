// A notice says everything a debtor needs to pay the right party, in both languages.
import { localDate, money } from '#kernel';
import { noticeText } from './notice';
import { leadingIdentifier, nameOf } from './party';

const facts = {
  debtor: { legalName: '华东重工股份有限公司', identifier: 'USCC 91110000802100433B' },
  supplier: { legalName: 'Small Parts Ltd', identifier: null },
  factor: { legalName: '长江商业保理有限公司', identifier: 'LEI 529900T8BM49AURSDO55' },
  invoices: [
    {
      invoiceNumber: 'A-1',
      issueDate: localDate('2026-05-01'),
      dueDate: localDate('2026-08-31'),
      amount: money('600', 'CNY'),
    },
    {
      invoiceNumber: 'A-2',
      issueDate: localDate('2026-05-02'),
      dueDate: localDate('2026-09-30'),
      amount: money('400.5', 'CNY'),
    },
  ],
  total: money('1000.5', 'CNY'),
  registrationNumber: '012345678901234567',
  issuedOn: localDate('2026-06-01'),
};

describe('the notice of assignment', () => {
  it.each(['en', 'zh'] as const)('in %s names parties, proof, invoices and sum', (language) => {
    const text = noticeText(facts)[language];
    for (const said of [
      '华东重工股份有限公司',
      '91110000802100433B',
      'Small Parts Ltd',
      '长江商业保理有限公司',
      '529900T8BM49AURSDO55',
      'A-1',
      'A-2',
      '2026-08-31',
      'CNY 600.00',
      'CNY 400.50',
      'CNY 1000.50',
      '012345678901234567',
      '2026-06-01',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('null');
  });

  it('cites the articles it rests on', () => {
    expect(noticeText(facts).en).toMatch(/Articles 546 and 764/);
    expect(noticeText(facts).zh).toMatch(/第五百四十六条、第七百六十四条/);
  });
});

describe('a party among others', () => {
  const id = (scheme: string) => ({ scheme, value: `${scheme}-1` });

  it.each([
    { schemes: ['LOCAL', 'VAT', 'LEI', 'USCC'], leading: 'USCC' },
    { schemes: ['LOCAL', 'LEI'], leading: 'LEI' },
    { schemes: ['OTHER', 'LOCAL'], leading: 'LOCAL' },
    { schemes: ['OTHER'], leading: 'OTHER' },
    { schemes: [], leading: undefined },
  ])('of $schemes is identified by $leading', ({ schemes, leading }) => {
    expect(leadingIdentifier({ identifiers: schemes.map(id) })?.scheme).toBe(leading);
  });

  it('keeps its id where its name is not known', () => {
    expect(nameOf(new Map([['a', { legalName: 'A Ltd' }]]), 'a')).toBe('A Ltd');
    expect(nameOf(new Map(), 'b')).toBe('b');
  });
});
