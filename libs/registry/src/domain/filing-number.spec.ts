import fc from 'fast-check';
import { BLOCK_SIZE, firstOfBlock, parseRegistryNumber, registryNumber } from './filing-number';

const numbers = fc.record({
  shard: fc.integer({ min: 0, max: 4095 }),
  running: fc.integer({ min: 1, max: 999_999_999_999 }),
});

describe('registryNumber', () => {
  it.each([
    [{ shard: 0, running: 1 }, '000000000000000195'],
    [{ shard: 4095, running: 999_999_999_999 }, '409599999999999902'],
  ])('%j is %s', (parts, text) => {
    expect(registryNumber(parts)).toBe(text);
    expect(BigInt(text) % 97n).toBe(1n);
  });

  it.each([
    { shard: 4096, running: 1 },
    { shard: 0, running: 0 },
    { shard: 0, running: 1_000_000_000_000 },
    { shard: 0.5, running: 1 },
  ])('%j has no number', (parts) => {
    expect(() => registryNumber(parts)).toThrow('invariant');
  });
});

describe('parseRegistryNumber', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(numbers, (parts) => {
        expect(parseRegistryNumber(registryNumber(parts))).toEqual(parts);
      }),
    );
  });

  it('notices every mistyped digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (parts, at, shift) => {
        const text = registryNumber(parts);
        const digits = Array.from(text);
        const wrong = digits.with(at, String((Number(digits[at]) + shift) % 10)).join('');
        expect(parseRegistryNumber(wrong)).toBeNull();
        const next = Math.min(at + 1, 17);
        const swapped = digits
          .with(at, digits[next] ?? '')
          .with(next, digits[at] ?? '')
          .join('');
        if (swapped !== text) expect(parseRegistryNumber(swapped)).toBeNull();
      }),
    );
  });

  it.each(['', '00000000000000019', '0000000000000001955', '00000000000000019X', '４０９５99999999999902'])(
    'refuses "%s"',
    (text) => {
      expect(parseRegistryNumber(text)).toBeNull();
    },
  );
});

describe('firstOfBlock', () => {
  it('leaves no gap and no overlap', () => {
    expect(firstOfBlock(1)).toBe(1_000);
    expect(firstOfBlock(8) - firstOfBlock(7)).toBe(BLOCK_SIZE);
  });
});
