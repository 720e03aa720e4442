// Amendments: numbers are never used again, and a line never grows into what it did not take.
import fc from 'fast-check';
import { money } from '#kernel';
import type { CollateralItem, PartyRef } from '../filing';
import { amendedContent, amendmentFaults, type AskedContent } from './amendment';
import { firstContent } from './content';

const party = (legalName: string): PartyRef => ({
  ...{ organisationId: null, legalName, identifierScheme: null, identifier: null },
});
const item = (over: Partial<CollateralItem> = {}): CollateralItem => ({
  ...{ assetKey: 'invoice:1', description: '合同一', amount: money('100', 'CNY'), payable: null },
  ...{ invoiceNumber: '1', debtorName: '买方', ...over },
});
const stands = firstContent({
  grantors: [party('甲公司')],
  securedParties: [party('银行')],
  collateral: [item(), item({ assetKey: 'invoice:2' })],
  maximumAmount: null,
});
const asked = (over: Partial<AskedContent> = {}): AskedContent => ({ ...stands, ...over });
const rules = (given: AskedContent) =>
  amendmentFaults(stands, given).map(({ pointer, rule }) => `${pointer} ${rule}`);

it('gives new lines numbers that none ever had, whatever was taken out before', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 }),
      fc.nat(20),
      fc.nat(5),
      (kept, more, added) => {
        const last = Math.max(0, ...kept) + more;
        const lines = [...kept, ...Array.from({ length: added }, () => null)];
        const collateral = lines.map((no) => ({ no, value: item() }));
        const content = amendedContent(asked({ collateral }), {
          grantors: 1,
          securedParties: 1,
          collateral: last,
        });
        const fresh = Array.from({ length: added }, (_, index) => last + index + 1);
        expect(content.collateral.map(({ no }) => no)).toEqual([...kept.sort((a, b) => a - b), ...fresh]);
      },
    ),
  );
});

const first = (over: Partial<CollateralItem>) => asked({ collateral: [{ no: 1, value: item(over) }] });
describe('a line of collateral', () => {
  it.each<[string, Partial<CollateralItem>]>([
    ['is described better', { description: '合同一及其补充协议' }],
    ['takes less', { amount: money('99.99', 'CNY') }],
    ['stays', {}],
  ])('%s', (_, over) => expect(rules(first(over))).toEqual([]));

  it.each<[string, Partial<CollateralItem>]>([
    ['takes more', { amount: money('100.01', 'CNY') }],
    ['takes all', { amount: null }],
    ['takes another currency', { amount: money('1', 'USD') }],
    ['becomes another asset', { assetKey: 'invoice:3' }],
    ['becomes another invoice', { invoiceNumber: '2' }],
    ['is owed by another', { debtorName: '丙' }],
    ['becomes another kind of thing', { kind: 'goods' }],
  ])('never %s', (_, over) =>
    expect(rules(first(over))).toEqual(['/collateral/0 registry.collateral_widened']),
  );

  it('that took all may take a part', () => {
    const all = { ...stands, collateral: [{ no: 1, value: item({ amount: null }) }] };
    expect(amendmentFaults(all, first({}))).toEqual([]);
  });
});

it('speaks of each line that is there once, and of no other', () => {
  const twice = [
    { no: 1, value: party('甲公司') },
    { no: 1, value: party('乙公司') },
  ];
  expect(rules(asked({ grantors: twice }))).toEqual(['/grantors/1/no registry.line_unknown']);
  expect(rules(asked({ securedParties: [{ no: 7, value: party('丙') }] }))).toEqual([
    '/securedParties/0/no registry.line_unknown',
  ]);
});
