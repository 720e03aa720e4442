// The acceptance takes its locks in the one order that the whole platform keeps to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_ORDER, newLockOrder } from '#config/lock-order';

describe('the order of locks', () => {
  it('may be walked down, with steps left out and kinds repeated', () => {
    const locking = newLockOrder();
    for (const lock of LOCK_ORDER) locking(lock);
    const other = newLockOrder();
    expect(() => {
      other('offer');
      other('offer');
      other('limit');
    }).not.toThrow();
  });

  it.each(LOCK_ORDER.slice(1).map((lock, index) => [lock, LOCK_ORDER[index] ?? lock] as const))(
    'may not be walked up: from %s to %s',
    (lower, upper) => {
      const locking = newLockOrder();
      locking(lower);
      expect(() => locking(upper)).toThrow(`${upper} is locked before ${lower}`);
    },
  );

  it('is the order of the steps of an acceptance; the key comes before all of them, and no deal is there to lock', () => {
    const source = readFileSync(join(__dirname, 'accept-offer.ts'), 'utf8');
    const steps = [...source.matchAll(/locking\('([^']+)'\)/g)].map(([, lock]) => lock);
    const later: readonly string[] = ['payment', 'deal', 'payout'];
    const below = LOCK_ORDER.slice(LOCK_ORDER.indexOf('idempotency key') + 1);
    expect(steps).toEqual(below.filter((lock) => !later.includes(lock)));
    expect(source.indexOf('this.once.run')).toBeLessThan(source.indexOf('locking('));
  });
});
