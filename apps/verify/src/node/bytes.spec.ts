// The browser's bytes against Node's own, on any text and any bytes.
import fc from 'fast-check';

const ours = (() => {
  const kept = globalThis.Buffer;
  const { makingBytes } = jest.requireActual<typeof import('./bytes')>('./bytes');
  globalThis.Buffer = kept;
  return makingBytes;
})();
const encodings = ['utf8', 'hex', 'base64'] as const;

it.each(encodings)('reads %s as Node does', (encoding) => {
  const texts =
    encoding === 'utf8'
      ? fc.string({ unit: 'grapheme' })
      : fc.uint8Array().map((bytes) => Buffer.from(bytes).toString(encoding));
  fc.assert(
    fc.property(texts, (text) => {
      expect([...ours.from(text, encoding)]).toEqual([...Buffer.from(text, encoding)]);
    }),
  );
});

it.each(['', 'A', 'AA', 'AAA', 'AA==', 'A=A=', 'QUJD\n', '=QUJD'])('reads the odd base64 "%s"', (text) => {
  const letters = text.replace(/=.*$/s, '');
  expect([...ours.from(letters, 'base64')]).toEqual([...Buffer.from(letters, 'base64')]);
});

it('writes, joins and compares as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      const [mine, theirs] = [ours.concat([a, b]), Buffer.concat([a, b])];
      for (const encoding of encodings) expect(mine.toString(encoding)).toBe(theirs.toString(encoding));
      expect(ours.from(a).equals(ours.from(b))).toBe(Buffer.from(a).equals(Buffer.from(b)));
      expect([...mine.subarray(1)]).toEqual([...theirs.subarray(1)]);
    }),
  );
  expect([...ours.of(1, 2)]).toEqual([1, 2]);
});
