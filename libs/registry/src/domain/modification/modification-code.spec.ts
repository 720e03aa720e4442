import fc from 'fast-check';
import { codeFrom, codeText } from './modification-code';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const ID = '01a208b6-905c-729c-ace1-c248a676fb4b';

it('is four groups of four that nobody misreads', () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      expect(codeFrom(chance)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
  expect(() => codeFrom(new Uint8Array(15))).toThrow('16 bytes');
});

it('has all of its characters equally often', () => {
  const of = (byte: number) => codeFrom(new Uint8Array(16).fill(byte))[0];
  const counts = new Map<string | undefined, number>();
  for (let byte = 0; byte < 256; byte += 1) counts.set(of(byte), (counts.get(of(byte)) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
});

it('is known again however it is written', () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      const code = codeFrom(chance);
      const text = codeText(ID, code);
      for (const written of [
        code.toLowerCase(),
        code.replaceAll('-', ''),
        ` ${code.replaceAll('-', ' ')} `,
        code.replaceAll('0', 'O').replaceAll('1', 'l'),
      ])
        expect(codeText(ID, written)).toBe(text);
    }),
  );
});

it('holds for one registration and one code alone', () => {
  fc.assert(
    fc.property(bytes, fc.nat(15), fc.integer({ min: 1, max: 31 }), (chance, at, by) => {
      const other = Uint8Array.from(chance);
      other[at] = ((other[at] ?? 0) + by) % 256;
      const text = codeText(ID, codeFrom(chance));
      expect(codeText(ID, codeFrom(other))).not.toBe(text);
      expect(codeText(ID.replace('0', '1'), codeFrom(chance))).not.toBe(text);
    }),
  );
});
