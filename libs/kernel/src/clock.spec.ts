import { ManualClock, SystemClock, todayOf, wallMillis } from './clock';

const noon = new Date('2026-02-28T04:00:00Z');

describe('ManualClock', () => {
  it('stands still until moved', () => {
    const clock = new ManualClock(noon);
    expect(clock.now()).toEqual(noon);
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-02-28T04:00:01.500Z');
    clock.moveTo(new Date('2026-03-01T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2026-03-01T00:00:00.000Z');
    clock.moveTo(clock.now());
    expect(clock.now().toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });

  it('goes backwards only by stepTo', () => {
    const clock = new ManualClock(noon);
    expect(() => clock.moveTo(new Date('2026-02-28T03:59:59Z'))).toThrow('invariant');
    expect(() => clock.advance(-1)).toThrow('invariant');
    expect(clock.now()).toEqual(noon);
    clock.stepTo(new Date('2026-01-01T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is not moved through the dates it takes or gives', () => {
    const given = new Date(noon);
    const clock = new ManualClock(given);
    given.setTime(0);
    clock.now().setTime(0);
    expect(clock.now()).toEqual(noon);
  });

  it('refuses an instant that is none', () => {
    const none = new Date(Number.NaN);
    const clock = new ManualClock(noon);
    expect(() => new ManualClock(none)).toThrow('invariant');
    expect(() => clock.moveTo(none)).toThrow('invariant');
    expect(() => clock.stepTo(none)).toThrow('invariant');
    expect(() => clock.advance(Number.NaN)).toThrow('invariant');
  });
});

describe('todayOf', () => {
  it.each([
    ['2026-02-27T15:59:59.999Z', '2026-02-27'],
    ['2026-02-27T16:00:00.000Z', '2026-02-28'],
  ])('at %s is %s in Shanghai', (instant, today) => {
    expect(todayOf(new ManualClock(new Date(instant)))).toBe(today);
  });
});

describe('SystemClock and wallMillis', () => {
  it('show the time of the machine', () => {
    const before = Date.now();
    const shown = new SystemClock().now().getTime();
    const millis = wallMillis();
    const after = Date.now();
    for (const value of [shown, millis]) {
      expect(value).toBeGreaterThanOrEqual(before);
      expect(value).toBeLessThanOrEqual(after);
    }
  });
});
