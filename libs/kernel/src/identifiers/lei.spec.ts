import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkLei, leiCheckDigits } from './lei';

const samples = process.env.SAMPLES_DIR;
const DIGITS = Array.from('0123456789');
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const STRANGE = Array.from('az０Ａ -中');

const someLei = fc
  .string({ unit: fc.constantFrom(...DIGITS, ...LETTERS), minLength: 18, maxLength: 18 })
  .map((first18) => first18 + leiCheckDigits(first18));

function replaced(code: string, index: number, character: string): string {
  return code.slice(0, index) + character + code.slice(index + 1);
}

/** The definition itself, on one big number. */
function fitsByDefinition(code: string): boolean {
  const number = Array.from(code, (character) => Number.parseInt(character, 36)).join('');
  return BigInt(number) % 97n === 1n && /^(0[2-9]|[1-8]\d|9[0-8])$/.test(code.slice(18));
}

/** All codes that differ in one character, by whether a digit stays a digit and a letter a letter. */
function twins(code: string): { alike: string[]; crossed: string[]; strange: string[] } {
  const all = (characters: (own: string) => string[]) =>
    Array.from(code).flatMap((own, index) =>
      characters(own)
        .filter((other) => other !== own)
        .map((other) => replaced(code, index, other)),
    );
  const isDigit = (own: string) => DIGITS.includes(own);
  return {
    alike: all((own) => (isDigit(own) ? DIGITS : LETTERS)),
    crossed: all((own) => (isDigit(own) ? LETTERS : DIGITS)),
    strange: all(() => STRANGE),
  };
}

/**
 * MOD 97-10 finds every digit put for a digit and every letter put for a letter. A letter put for a digit, or the
 * reverse, changes the length of the number behind the code, and about one such exchange in a hundred yields
 * another code that is valid by ISO 17442; for those the definition is the measure.
 */
function expectTwinsJudged(code: string): void {
  const { alike, crossed, strange } = twins(code);
  expect([...alike, ...strange].filter((twin) => checkLei(twin).valid)).toEqual([]);
  expect(crossed.filter((twin) => checkLei(twin).valid)).toEqual(crossed.filter(fitsByDefinition));
}

describe('checkLei', () => {
  it('accepts every code with its check digits, and judges each single change as the standard does', () => {
    fc.assert(
      fc.property(someLei, (code) => {
        expect(checkLei(code)).toEqual({ valid: true, reason: null });
        expectTwinsJudged(code);
      }),
      { numRuns: 30 },
    );
  });

  const good = '529900T8BM49AURSDO55';

  it.each([
    ['', 'has 20 characters; this has 0', '应为20位，现为0位'],
    [good.slice(1), 'this has 19', '现为19位'],
    ['A'.repeat(1_000_000), 'this has more than 40', '现为超过40位'],
    [good.toLowerCase(), 'Character 7 "t" is lower case', '第7位“t”是小写字母'],
    [replaced(good, 0, '５'), 'Character 1 "５" is full-width', '第1位“５”是全角字符'],
    [replaced(good, 2, '中'), 'Character 3 "中" is not used in LEI', '第3位“中”不用于LEI'],
    [`${good} `, 'Character 21 is a space', '第21位是空格'],
    [replaced(good, 18, 'A'), 'Characters 19-20 of an LEI are two digits', '第19至20位应为两位数字'],
    [replaced(good, 19, '6'), 'do not fit characters 1-18', '与第1至18位不符'],
    [replaced(good, 0, '6'), 'do not fit characters 1-18', '与第1至18位不符'],
  ])('refuses "%.40s" and says why', (code, en, zh) => {
    expect(checkLei(good).valid).toBe(true);
    const { valid, reason } = checkLei(code);
    expect(valid).toBe(false);
    expect(reason?.en).toContain(en);
    expect(reason?.zh).toContain(zh);
  });

  it('refuses check digits outside 02-98, though they leave the same remainder', () => {
    fc.assert(
      fc.property(someLei, (code) => {
        const digits = Number(code.slice(18));
        for (const other of [digits - 97, digits + 97].filter((value) => value >= 0 && value <= 99)) {
          expect(checkLei(code.slice(0, 18) + other.toString().padStart(2, '0')).valid).toBe(false);
        }
        expect(digits).toBeGreaterThanOrEqual(2);
        expect(digits).toBeLessThanOrEqual(98);
      }),
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 26 }), (text) => {
        const { valid, reason } = checkLei(text);
        expect(valid).toBe(reason === null);
        expect(valid && !/^[0-9A-Z]{18}\d\d$/.test(text)).toBe(false);
      }),
    );
  });

  if (samples) {
    const codes = readFileSync(join(samples, 'identifiers', 'lei_valid.txt'), 'utf8')
      .split(/\s+/)
      .filter(Boolean);
    it('accepts every listed code, and judges each single change as the standard does', () => {
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => !checkLei(code).valid)).toEqual([]);
      codes.forEach(expectTwinsJudged);
    });
  } else {
    it.todo('accepts every listed code (skipped: no samples)');
  }
});

describe('leiCheckDigits', () => {
  it.each(['', '529900T8BM49AURSD', '529900T8BM49AURSDo', '529900T8BM49AURSDO55'])(
    'is not made for "%s"',
    (text) => {
      expect(() => leiCheckDigits(text)).toThrow('invariant');
    },
  );
});
