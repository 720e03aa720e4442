// What is taken for a slip of the pen and what for another firm, and which known names are shown first.
import fc from 'fast-check';
import { isOneSlip, type KnownName, oneSlipFrom } from './typo';

it.each([
  ['宁波海州国际物流有限公司', '宁波海川国际物流有限公司', 'one letter'],
  ['宁波海川国际物有限公司', '宁波海川国际物流有限公司', 'one missing'],
  ['宁波海川国际物流流有限公司', '宁波海川国际物流有限公司', 'one too many'],
  ['宁波川海国际物流有限公司', '宁波海川国际物流有限公司', 'two exchanged'],
  ['宁波海川国际物流有限公可', '宁波海川国际物流有限公司', 'one in the legal form'],
  ['Nothwind Trading Ltd', 'NORTHWIND  Trading Ltd', 'one, with case and blanks otherwise'],
])('%s is a slip from %s: %s', (one, other) => expect(isOneSlip(one, other)).toBe(true));

it.each([
  ['宁波海川国际物流有限公司', '宁波海川国际物流有限公司', 'the same'],
  ['ＡＢＣ Ltd', 'abc  ltd', 'the same but for width, case and blanks'],
  ['宁波海州国际物流公司', '宁波海川国际物流有限公司', 'several letters'],
  ['张三', '张四', 'too short to tell'],
  ['海川物流第2分公司', '海川物流第3分公司', 'another branch'],
  ['苏州锦程纺织有限公司', '宁波海川国际物流有限公司', 'another firm'],
])('%s is none from %s: %s', (one, other) => expect(isOneSlip(one, other)).toBe(false));

const known = (legalName: string, number: string, isOurs = false): KnownName => ({
  legalName,
  number,
  isOurs,
});

it('names each known name once, one’s own grantors first', () =>
  expect(
    oneSlipFrom('甲乙丙公司', [
      ...[known('甲乙丁公司', '2'), known('甲 乙丁公司', '1'), known('远方公司', '3')],
      ...[known('甲乙戊公司', '5', true), known('甲乙丙公司', '6')],
    ]),
  ).toEqual([
    { legalName: '甲乙戊公司', numbers: ['5'] },
    { legalName: '甲乙丁公司', numbers: ['1', '2'] },
  ]));

const letter = fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛壬癸'));
const name = fc.array(letter, { minLength: 4, maxLength: 20 });

it('sees every slip of one letter, from either side', () => {
  fc.assert(
    fc.property(name, fc.nat(), letter, fc.constantFrom('change', 'drop', 'add'), (letters, at, by, how) => {
      const place = at % letters.length;
      fc.pre(how === 'add' || letters[place] !== by);
      const typed = letters.toSpliced(place, how === 'add' ? 0 : 1, ...(how === 'drop' ? [] : [by]));
      fc.pre(typed.join('') !== letters.join(''));
      expect(isOneSlip(typed.join(''), letters.join(''))).toBe(true);
      expect(isOneSlip(letters.join(''), typed.join(''))).toBe(true);
    }),
  );
});

it('never takes a name for a slip from itself, however it is typed', () => {
  fc.assert(
    fc.property(name, (letters) => expect(isOneSlip(letters.join(''), letters.join(' '))).toBe(false)),
  );
});
