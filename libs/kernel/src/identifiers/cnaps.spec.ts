import fc from 'fast-check';
import { checkCnaps, cnapsCheckDigit } from './cnaps';

const DIGITS = Array.from('0123456789');
const first11 = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 11, maxLength: 11 });

/** ISO 7064 MOD 11,10 from the checking side: the running value ends at 1. */
function fitsByDefinition(code: string): boolean {
  let carried = 10;
  for (const digit of code.slice(0, 11)) carried = (((carried + Number(digit)) % 10 || 10) * 2) % 11;
  return (carried + Number(code[11])) % 10 === 1;
}

describe('checkCnaps', () => {
  it('accepts exactly one last digit without a warning', () => {
    fc.assert(
      fc.property(first11, (head) => {
        const silent = DIGITS.filter((digit) => checkCnaps(head + digit).reason === null);
        expect(silent).toEqual([cnapsCheckDigit(head)]);
        expect(fitsByDefinition(head + cnapsCheckDigit(head))).toBe(true);
      }),
    );
  });

  it('warns of any single wrong digit and never blocks it', () => {
    fc.assert(
      fc.property(
        first11,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (head, index, shift) => {
          const code = head + cnapsCheckDigit(head);
          const digit = (Number(code[index]) + shift) % 10;
          const { valid, warning, reason } = checkCnaps(
            `${code.slice(0, index)}${digit}${code.slice(index + 1)}`,
          );
          expect({ valid, warning }).toEqual({ valid: true, warning: true });
          expect(reason?.en).toContain('Digit 12 does not fit digits 1-11');
          expect(reason?.zh).toContain('第12位与第1至11位不符');
        },
      ),
    );
  });

  it.each([
    ['', 'has 12 characters; this has 0', '应为12位，现为0位'],
    ['10210009999', 'this has 11', '现为11位'],
    ['1021000999960', 'this has 13', '现为13位'],
    ['1'.repeat(1_000_000), 'this has more than 24', '现为超过24位'],
    ['1O2100099996', 'Character 2 "O" is not used in CNAPS: digits only', '第2位“O”不用于CNAPS：仅含数字'],
    ['１02100099996', 'Character 1 "１" is full-width', '第1位“１”是全角字符'],
    ['102 1000 99996', 'Character 4 is a space', '第4位是空格'],
  ])('refuses "%.40s" and says why', (code, en, zh) => {
    const { valid, warning, reason } = checkCnaps(code);
    expect(valid).toBe(false);
    expect(warning).toBeUndefined();
    expect(reason?.en).toContain(en);
    expect(reason?.zh).toContain(zh);
  });
});

describe('cnapsCheckDigit', () => {
  // MOD 11,10 starts at 10, and a leading 5 leads back to 10, so shorter known numbers fit behind fives: 0794 with
  // its check digit 5 is the worked example of ISO 7064; 86095742719 is the specimen of the German tax number.
  it.each([
    ['55555550794', '5'],
    ['58609574271', '9'],
  ])('of %s is %s', (head, digit) => {
    expect(cnapsCheckDigit(head)).toBe(digit);
  });

  it.each(['', '1021000999', '102100099996', '1021000999x'])('is not made for "%s"', (text) => {
    expect(() => cnapsCheckDigit(text)).toThrow('invariant');
  });
});
