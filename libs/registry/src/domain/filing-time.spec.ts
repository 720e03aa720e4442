import fc from 'fast-check';
import { instantText, microsFromText, microsOf, stampTimes, termOf } from './filing-time';

const now = microsOf(new Date('2026-11-22T08:00:00.123Z'));

describe('instantText', () => {
  it('keeps microseconds', () => {
    expect(instantText(now)).toBe('2026-11-22T08:00:00.123000Z');
    expect(instantText(now + 45n)).toBe('2026-11-22T08:00:00.123045Z');
  });

  it('is read back exactly, and sorts as the times do', () => {
    const micros = fc.bigInt({ min: 0n, max: 253_402_300_799_999_999n });
    fc.assert(
      fc.property(micros, micros, (a, b) => {
        expect(microsFromText(instantText(a))).toBe(a);
        expect(instantText(a) < instantText(b)).toBe(a < b);
      }),
    );
  });

  it.each(['2026-11-22T08:00:00Z', '2026-11-22 08:00:00.000000Z', ''])(
    '"%s" is no time of the registry',
    (text) => {
      expect(() => microsFromText(text)).toThrow('invariant');
    },
  );
});

describe('stampTimes', () => {
  it('gives the clock to whoever is first', () => {
    const { times, last } = stampTimes(now, new Map([['a', null]]), [['a']]);
    expect(times).toEqual([now]);
    expect(last).toEqual(new Map([['a', now]]));
  });

  it('goes on from the last filing when the clock stands or was stepped back', () => {
    const { times } = stampTimes(now, new Map([['a', now + 10n]]), [['a'], ['a'], ['b']]);
    expect(times).toEqual([now + 11n, now + 12n, now]);
  });

  it('is later than the last filing of every grantor of a joint filing', () => {
    const stored = new Map([
      ['a', now + 5n],
      ['b', now + 50n],
    ]);
    const { times, last } = stampTimes(now, stored, [['a', 'b'], ['a']]);
    expect(times).toEqual([now + 51n, now + 52n]);
    expect(last.get('b')).toBe(now + 51n);
  });

  it('never repeats and never goes back within one grantor', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const filings = fc.array(fc.uniqueArray(key, { minLength: 1, maxLength: 3 }), { maxLength: 30 });
    const stored = fc.dictionary(key, fc.bigInt({ min: now - 100n, max: now + 100n }));
    fc.assert(
      fc.property(filings, stored, (grantors, before) => {
        const { times, last } = stampTimes(now, new Map(Object.entries(before)), grantors);
        const seen = new Map(Object.entries(before));
        grantors.forEach((keys, index) => {
          const at = times[index] ?? -1n;
          expect(at).toBeGreaterThanOrEqual(now);
          for (const one of keys) {
            expect(at).toBeGreaterThan(seen.get(one) ?? -1n);
            seen.set(one, at);
          }
        });
        for (const [one, at] of last) expect(seen.get(one)).toBe(at);
      }),
    );
  });
});

describe('termOf', () => {
  it.each([
    ['2026-11-22T08:00:00.000Z', 1, '2026-12-22', '2026-12-22T16:00:00.000000Z'],
    ['2026-01-31T08:00:00.000Z', 1, '2026-02-28', '2026-02-28T16:00:00.000000Z'],
    ['2027-12-31T03:00:00.000Z', 2, '2028-02-29', '2028-02-29T16:00:00.000000Z'],
    // 16:00 UTC is already the next day in Shanghai.
    ['2026-11-22T16:00:00.000Z', 12, '2027-11-23', '2027-11-23T16:00:00.000000Z'],
    ['2026-11-22T15:59:59.999Z', 360, '2056-11-22', '2056-11-22T16:00:00.000000Z'],
  ])('filed at %s for %i months it lasts to the end of %s', (filedAt, months, expiresOn, expiresAt) => {
    const term = termOf(microsOf(new Date(filedAt)), months);
    expect(term.expiresOn).toBe(expiresOn);
    expect(instantText(term.expiresAt)).toBe(expiresAt);
  });

  it('is the same for the same instant, however many terms were asked for before', () => {
    const at = microsOf(new Date('2026-11-22T15:30:00.000Z'));
    const before = termOf(at, 12);
    for (let hour = 1n; hour <= 1_500n; hour++) termOf(at + hour * 3_600_000_000n, 12);
    expect(termOf(at, 12)).toEqual(before);
    expect(termOf(at + 1_800_000_000n, 12).expiresOn).toBe('2027-11-23');
  });
});
