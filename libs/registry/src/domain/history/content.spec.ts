// Differences between contents: applied they give the other content, and every change is named exactly once.
import fc from 'fast-check';
import { money } from '#kernel';
import { changesBetween, changesNothing, type FilingContent, withChanges } from './content';

const party = fc.record({
  organisationId: fc.constant(null),
  legalName: fc.constantFrom('甲公司', '乙公司', '丙公司'),
  identifierScheme: fc.constant(null),
  identifier: fc.constant(null),
});
const amount = fc.option(fc.constantFrom('1', '2.5', '900').map((value) => money(value, 'CNY')));
const item = fc.record({
  assetKey: fc.option(fc.constantFrom('invoice:1', 'invoice:2')),
  description: fc.constantFrom('合同一项下应收账款', '机床一台'),
  amount,
  payable: fc.constant(null),
  invoiceNumber: fc.constant(null),
  debtorName: fc.constant(null),
});
const lines = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.record({ no: fc.integer({ min: 1, max: 6 }), value }), {
      selector: ({ no }) => no,
      maxLength: 5,
    })
    .map((list) => list.sort((a, b) => a.no - b.no));
const contents: fc.Arbitrary<FilingContent> = fc.record({
  grantors: lines(party),
  securedParties: lines(party),
  collateral: lines(item),
  maximumAmount: amount,
});
const SIDES = ['grantors', 'securedParties', 'collateral'] as const;

it('leads from one content to the other', () => {
  fc.assert(
    fc.property(contents, contents, (a, b) => {
      expect(withChanges(a, changesBetween(a, b))).toEqual(b);
    }),
  );
});

it('names every change exactly once, in order, and nothing else', () => {
  fc.assert(
    fc.property(contents, contents, (a, b) => {
      const changes = changesBetween(a, b);
      for (const side of SIDES) {
        const valueIn = (content: FilingContent, no: number): unknown =>
          content[side].find((one) => one.no === no)?.value;
        const differing = [1, 2, 3, 4, 5, 6].filter(
          (no) => JSON.stringify(valueIn(a, no)) !== JSON.stringify(valueIn(b, no)),
        );
        expect(changes[side].map(({ no }) => no)).toEqual(differing);
      }
      expect(changes.maximumAmount === null).toBe(
        JSON.stringify(a.maximumAmount) === JSON.stringify(b.maximumAmount),
      );
    }),
  );
});

it('changes nothing exactly where two contents are one', () => {
  fc.assert(
    fc.property(contents, contents, (a, b) => {
      expect(changesNothing(changesBetween(a, a))).toBe(true);
      expect(changesNothing(changesBetween(a, b))).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

it('does not apply to another content than it was worked out from', () => {
  const empty: FilingContent = { grantors: [], securedParties: [], collateral: [], maximumAmount: null };
  const limited = { ...empty, maximumAmount: money('5', 'CNY') };
  const more = { ...empty, maximumAmount: money('9', 'CNY') };
  expect(() => withChanges(empty, changesBetween(limited, more))).toThrow('changes belong to this content');
});
