// Counts how often each asks within a while, in a bounded memory.

const MOST_KNOWN = 10_000;

export class Window {
  private readonly asked = new Map<string, { since: number; count: number }>();

  /**
   * @param most how often each may ask in one window
   * @param lengthMs of a window, which begins with the first question
   */
  constructor(
    private readonly most: number,
    private readonly lengthMs: number,
  ) {}

  /** Counts a question at `now`, milliseconds; the seconds to wait when there were too many, else 0. */
  charge(who: string, now: number): number {
    const known = this.asked.get(who);
    const isRunning = known !== undefined && now >= known.since && now - known.since < this.lengthMs;
    const entry = isRunning ? known : { since: now, count: 0 };
    entry.count += 1;
    // The one who asked longest ago goes first.
    this.asked.delete(who);
    this.asked.set(who, entry);
    const [oldest] = this.asked.keys();
    if (this.asked.size > MOST_KNOWN && oldest !== undefined) this.asked.delete(oldest);
    return entry.count > this.most ? Math.ceil((entry.since + this.lengthMs - now) / 1_000) : 0;
  }
}
