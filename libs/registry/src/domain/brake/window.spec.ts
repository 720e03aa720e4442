import fc from 'fast-check';
import { Window } from './window';

describe('Window', () => {
  it('lets each ask so often, and says how long to wait', () => {
    const window = new Window(2, 60_000);
    expect([0, 1_000, 2_000, 59_999].map((at) => window.charge('a', at))).toEqual([0, 0, 58, 1]);
    expect(window.charge('b', 2_000)).toBe(0);
    expect([60_000, 60_001, 60_002].map((at) => window.charge('a', at))).toEqual([0, 0, 60]);
  });

  it('begins anew where the clock steps back', () => {
    const window = new Window(1, 60_000);
    expect([50_000, 40_000, 40_001].map((at) => window.charge('a', at))).toEqual([0, 0, 60]);
  });

  it('never lets more pass in a window than it may', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { maxLength: 200 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, most) => {
          const window = new Window(most, 1_000);
          const passed: number[] = [];
          let [now, since] = [0, -Infinity];
          for (const step of steps) {
            now += step;
            if (now - since >= 1_000) [since, passed.length] = [now, 0];
            if (window.charge('a', now) === 0) passed.push(now);
            expect(passed.length).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });

  it('forgets who asked longest ago, not who asks on', () => {
    const window = new Window(1, 60_000);
    window.charge('steady', 0);
    for (let other = 0; other < 9_999; other++) window.charge(`other-${other}`, 1);
    expect(window.charge('steady', 2)).toBe(60);
    window.charge('one more', 3);
    expect(window.charge('other-0', 4)).toBe(0);
    expect(window.charge('steady', 5)).toBe(60);
  });
});
