import fc from 'fast-check';
import {
  addressKey,
  type Brake,
  BRAKES,
  charged,
  delaySeconds,
  FORGOTTEN_AFTER_MS,
  waitSeconds,
} from './brake';

const NOW = new Date('2026-11-22T08:00:00Z');
const FRESH: Brake = { failures: 0, lastAt: null, blockedUntil: null };
const later = (ms: number) => new Date(NOW.getTime() + ms);

/** The record after `times` attempts, each made as soon as it may be; and the moment of the last one. */
function attempts(times: number): { brake: Brake; at: Date } {
  let brake = FRESH;
  let at = NOW;
  for (let n = 0; n < times; n++) {
    at = new Date(at.getTime() + waitSeconds(brake, at) * 1000);
    brake = charged(brake, 'login', at);
  }
  return { brake, at };
}

describe('the wait', () => {
  it.each([
    [0, 0],
    [5, 0],
    [6, 2],
    [7, 4],
    [8, 8],
    [14, 512],
    [15, 900],
    [1_000_000, 900],
  ])('after %i failures of a login is %i s', (failures, seconds) =>
    expect(delaySeconds(failures, BRAKES.login)).toBe(seconds),
  );

  it('never shrinks and never passes the ceiling', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.constantFrom('login' as const, 'address' as const), (failures, kind) => {
        const seconds = delaySeconds(failures, BRAKES[kind]);
        expect(seconds).toBeLessThanOrEqual(BRAKES[kind].longestSeconds);
        expect(delaySeconds(failures + 1, BRAKES[kind])).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });

  it('is none for five attempts and grows from the sixth', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((times) => waitOf(attempts(times)))).toEqual([
      0, 0, 0, 0, 0, 2, 4, 8,
    ]);
  });

  it('allows fewer than 110 guesses a day', () => {
    let guesses = 0;
    for (let { brake, at } = attempts(0); at < later(86_400_000); guesses++) {
      brake = charged(brake, 'login', at);
      at = new Date(at.getTime() + Math.max(1, waitSeconds(brake, at)) * 1000);
    }
    expect(guesses).toBeLessThan(110);
  });

  it('is over when it is over', () => {
    const { brake, at } = attempts(7);
    expect(waitSeconds(brake, new Date(at.getTime() + 3001))).toBe(1);
    expect(waitSeconds(brake, new Date(at.getTime() + 4000))).toBe(0);
  });

  it('is forgotten after an hour, and when the clock was set back', () => {
    const { brake, at } = attempts(20);
    const afterwards = new Date(at.getTime() + FORGOTTEN_AFTER_MS);
    expect(charged(brake, 'login', afterwards).failures).toBe(1);
    expect(waitSeconds(brake, new Date(at.getTime() - 1))).toBe(0);
    expect(charged(brake, 'login', new Date(at.getTime() + FORGOTTEN_AFTER_MS - 1)).failures).toBe(21);
  });
});

const waitOf = ({ brake, at }: { brake: Brake; at: Date }) => waitSeconds(brake, at);

describe('addressKey', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

  it('tells networks apart', () =>
    expect(addressKey('2001:db8:1:3::9')).not.toBe(addressKey('2001:db8:1:2::9')));
});
