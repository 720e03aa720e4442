import fc from 'fast-check';
import { isId, newId, shardFor, shardOf } from './id';

const shard = fc.integer({ min: 0, max: 4095 });

describe('newId', () => {
  it('is a UUIDv7 that carries its shard, whatever the shard', () => {
    fc.assert(
      fc.property(shard, (number) => {
        const id = newId(number);
        expect(isId(id)).toBe(true);
        expect(shardOf(id)).toBe(number);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
      }),
    );
  });

  it('carries the wall clock in its first 48 bits', () => {
    const before = Date.now();
    const millis = Number.parseInt(newId(5).replaceAll('-', '').slice(0, 12), 16);
    expect(millis).toBeGreaterThanOrEqual(before);
    expect(millis).toBeLessThanOrEqual(Date.now());
  });

  it('sorts by the millisecond in which it was made, across shards', () => {
    const now = jest.spyOn(Date, 'now');
    try {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 2 ** 42 }),
          fc.integer({ min: 1, max: 10 ** 9 }),
          shard,
          shard,
          (millis, gap, first, second) => {
            now.mockReturnValueOnce(millis).mockReturnValueOnce(millis + gap);
            const earlier: string = newId(first);
            const later: string = newId(second);
            expect(earlier < later).toBe(true);
          },
        ),
      );
    } finally {
      now.mockRestore();
    }
  });

  it('does not repeat within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([-1, 4096, 1.5, Number.NaN])('refuses shard %p', (number) => {
    expect(() => newId(number)).toThrow('invariant');
  });
});

describe('isId and shardOf', () => {
  it.each([
    ['', 'nothing'],
    ['0190163d-8694-4abc-8f00-000000000000', 'version 4'],
    ['0190163d-8694-7abc-cf00-000000000000', 'another variant'],
    ['0190163D-8694-7ABC-8F00-000000000000', 'capitals'],
    ['0190163d86947abc8f00000000000000', 'no hyphens'],
    [' 0190163d-8694-7abc-8f00-000000000000', 'a space'],
    ['0190163d-8694-7abc-8f00-000000000000\n', 'a line end'],
    ['0190163d-8694-7abc-8f00-00000000000g', 'not hexadecimal'],
  ])('refuses "%s": %s', (text) => {
    expect(isId(text)).toBe(false);
    expect(() => shardOf(text)).toThrow('invariant');
  });

  it('accepts a UUIDv7 made elsewhere', () => {
    expect(isId('0190163d-8694-7abc-8f00-000000000000')).toBe(true);
    expect(shardOf('0190163d-8694-7abc-8f00-000000000000')).toBe(0xabc);
  });
});

describe('shardFor', () => {
  // Published FNV-1a vectors of 32 bits: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968.
  it.each([
    ['', 0xdc5],
    ['a', 0x92c],
    ['foobar', 0x968],
  ])('of "%s" is the low 12 bits of FNV-1a', (key, expected) => {
    expect(shardFor(key)).toBe(expected);
  });

  it('is a shard for any key, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        expect(shardOf(newId(shardFor(key)))).toBe(shardFor(key));
      }),
    );
  });

  it('spreads ids evenly enough', () => {
    const used = new Set(Array.from({ length: 20_000 }, () => shardFor(newId(0))));
    expect(used.size).toBeGreaterThan(3_900);
  });
});
