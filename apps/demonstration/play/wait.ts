// Waits for what happens later: banks, listeners and the log are asked again until they show it, and not for ever.
import { setTimeout as sleep } from 'node:timers/promises';
import { NotAsExpected } from './expectation';

const PAUSE_MS = 40;
const MOST_MS = 60_000;

/** The first answer that fits. @throws NotAsExpected with the last answer when none does in time */
export async function seenBy<T>(
  expected: string,
  look: () => Promise<T>,
  fits: (answer: T) => boolean,
): Promise<T> {
  const late = AbortSignal.timeout(MOST_MS);
  for (;;) {
    const answer = await look();
    if (fits(answer)) return answer;
    if (late.aborted) throw new NotAsExpected(expected, answer);
    await sleep(PAUSE_MS);
  }
}
