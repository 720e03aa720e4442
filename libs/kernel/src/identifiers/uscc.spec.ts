import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkUscc, organisationCodeCheckCharacter, usccCheckCharacter } from './uscc';

const samples = process.env.SAMPLES_DIR;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LETTERS = Array.from(ALPHABET);
const OTHERS = Array.from(`${ALPHABET}IOSVZax０ -中`);
const GOOD = '91110000802100433B';

const someUscc = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 8, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 8, maxLength: 8 }),
  )
  .map(([head, organisation]) => {
    const first17 = `${head}${organisation}${organisationCodeCheckCharacter(organisation)}`;
    return first17 + usccCheckCharacter(first17);
  });

function replaced(code: string, index: number, character: string): string {
  return code.slice(0, index) + character + code.slice(index + 1);
}

describe('checkUscc', () => {
  it('accepts the example of the standard', () => {
    expect(checkUscc(GOOD)).toEqual({ valid: true, reason: null });
  });

  it('accepts every code with both check characters and refuses it with any one character changed', () => {
    fc.assert(
      fc.property(
        someUscc,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...OTHERS),
        (code, index, character) => {
          expect(checkUscc(code)).toEqual({ valid: true, reason: null });
          if (code[index] !== character) {
            expect(checkUscc(replaced(code, index, character))).toMatchObject({ valid: false });
          }
        },
      ),
    );
  });

  it.each([
    ['', 'has 18 characters; this has 0', '应为18位，现为0位'],
    [GOOD.slice(1), 'this has 17', '现为17位'],
    [`${GOOD}1`, 'this has 19', '现为19位'],
    ['9'.repeat(1_000_000), 'this has more than 36', '现为超过36位'],
    [` ${GOOD}`, 'Character 1 is a space', '第1位是空格'],
    [`${GOOD}\n`, 'Character 19 is a space', '第19位是空格'],
    ['911100008021-00433B', 'Character 13 "-" is not used', '第13位“-”不用于'],
    [GOOD.toLowerCase(), 'Character 18 "b" is lower case', '第18位“b”是小写字母'],
    [replaced(GOOD, 3, '１'), 'Character 4 "１" is full-width', '第4位“１”是全角字符'],
    [replaced(GOOD, 3, 'O'), 'Character 4 "O" is not used in USCC', '第4位“O”不用于USCC'],
    [replaced(GOOD, 3, '\u200b'), 'Character 4 "U+200B" is not used', '第4位“U+200B”不用于'],
    [replaced(GOOD, 17, 'C'), 'Character 18 does not fit characters 1-17', '第18位与第1至17位不符'],
    [replaced(GOOD, 0, '8'), 'Character 18 does not fit characters 1-17', '第18位与第1至17位不符'],
    [replaced(GOOD, 9, '9'), 'Characters 17 (organisation code', '第17位（组织机构代码校验'],
  ])('refuses "%.40s" and says why', (code, en, zh) => {
    const { valid, reason } = checkUscc(code);
    expect(valid).toBe(false);
    expect(reason?.en).toContain(en);
    expect(reason?.zh).toContain(zh);
    expect((reason?.en.length ?? 0) + (reason?.zh.length ?? 0)).toBeLessThan(300);
  });

  it('refuses a wrong organisation code even when character 18 fits', () => {
    const first17 = '91110000802100434';
    const { valid, reason } = checkUscc(first17 + usccCheckCharacter(first17));
    expect(valid).toBe(false);
    expect(reason?.en).toContain('Character 17 does not fit characters 9-16');
    expect(reason?.zh).toContain('第17位与第9至16位不符');
  });

  it('answers any text, and accepts nothing that is not made of its alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        const { valid, reason } = checkUscc(text);
        expect(valid).toBe(reason === null);
        expect(valid && !new RegExp(`^[${ALPHABET}]{18}$`).test(text)).toBe(false);
      }),
    );
  });

  if (samples) {
    const codes = readFileSync(join(samples, 'identifiers', 'uscc_valid.txt'), 'utf8')
      .split(/\s+/)
      .filter(Boolean);
    it('accepts every listed code and refuses each with any one character changed', () => {
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => !checkUscc(code).valid)).toEqual([]);
      const slipped = codes.flatMap((code) =>
        Array.from(code).flatMap((_, index) =>
          OTHERS.map((character) => replaced(code, index, character)).filter((twin) => twin !== code),
        ),
      );
      expect(slipped.filter((twin) => checkUscc(twin).valid)).toEqual([]);
    });
  } else {
    it.todo('accepts every listed code (skipped: no samples)');
  }
});

describe('check characters', () => {
  it.each([
    ['91110000802100433', 'B'],
    ['00000000000000000', '0'],
  ])('of %s is %s', (first17, check) => {
    expect(usccCheckCharacter(first17)).toBe(check);
  });

  it.each([
    ['80210043', '3'],
    ['D2143569', 'X'],
    ['00000000', '0'],
  ])('of the organisation code %s is %s', (first8, check) => {
    expect(organisationCodeCheckCharacter(first8)).toBe(check);
  });

  it.each(['', '9111000080210043', '9111000080210043b', '91110000802100433B', '9111000080210043O'])(
    'are not made for "%s"',
    (text) => {
      expect(() => usccCheckCharacter(text)).toThrow('invariant');
      expect(() => organisationCodeCheckCharacter(text)).toThrow('invariant');
    },
  );
});
