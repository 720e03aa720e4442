import fc from 'fast-check';
import { cnapsCheckDigit } from './cnaps';
import { checkIdentifier, type IdentifierType } from './identifier';
import { leiCheckDigits } from './lei';

const USCC = '91110000802100433B';
const LEI = `529900T8BM49AURSDO${leiCheckDigits('529900T8BM49AURSDO')}`;
const CNAPS = `10210009999${cnapsCheckDigit('10210009999')}`;

describe('checkIdentifier', () => {
  it.each<[string, IdentifierType]>([
    [USCC, 'USCC'],
    [LEI, 'LEI'],
    [CNAPS, 'CNAPS'],
  ])('accepts %s as %s', (code, type) => {
    expect(checkIdentifier(code)).toEqual({ code, type, valid: true, reason: null });
  });

  it.each<[string, string, IdentifierType, string]>([
    ['changed', '91110000802100433C', 'USCC', 'Character 18'],
    ['lower case', USCC.toLowerCase(), 'USCC', 'lower case'],
    ['full-width', '９１１１００００８０２１００４３３Ｂ', 'USCC', 'full-width'],
    ['spaced', '9111 0000 8021 0043 3B', 'USCC', 'Character 5 is a space'],
    ['lower case', LEI.toLowerCase(), 'LEI', 'lower case'],
    ['hyphenated', `${LEI.slice(0, 4)}-${LEI.slice(4)}`, 'LEI', 'Character 5 "-"'],
    ['full-width', '１０２１０００９９９９６', 'CNAPS', 'full-width'],
  ])('refuses a %s code (%s) of kind %s', (_, code, type, why) => {
    const verdict = checkIdentifier(code);
    expect(verdict).toMatchObject({ code, type, valid: false });
    expect(verdict.reason?.en).toContain(why);
    expect(verdict.reason?.zh).toMatch(/\p{Script=Han}/u);
  });

  it('accepts a CNAPS number with a failing check digit, with a reason', () => {
    const code = `10210009999${(Number(CNAPS[11]) + 1) % 10}`;
    const verdict = checkIdentifier(code);
    expect(verdict).toMatchObject({ code, type: 'CNAPS', valid: true });
    expect(verdict.reason?.en).toContain('inferred');
  });

  it.each([
    '',
    ' ',
    '12345',
    'ABCDEFGHIJKL',
    '中'.repeat(18),
    '9111000080210043',
    `${USCC}${' '.repeat(62)}1`,
    'x'.repeat(1_000_000),
  ])('knows no kind for "%.30s"', (code) => {
    const verdict = checkIdentifier(code);
    expect(verdict).toMatchObject({ type: null, valid: false });
    expect(verdict.reason?.en).toContain('No known identifier');
    expect(verdict.reason?.zh).toContain('无法识别');
  });

  it('answers any text, and a refusal always has a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (code) => {
        const verdict = checkIdentifier(code);
        expect(verdict.code).toBe(code);
        expect(verdict.valid || verdict.reason !== null).toBe(true);
        expect(verdict.type === null && verdict.valid).toBe(false);
      }),
    );
  });
});
