// What the play expects, said where it is seen; an expectation that fails ends the play with what was seen instead.
import { Refusal } from '../client';

export class NotAsExpected extends Error {
  constructor(
    readonly expected: string,
    readonly saw: unknown,
  ) {
    super(`expected ${expected}, saw ${JSON.stringify(saw)}`);
  }
}

export function check(condition: unknown, expected: string, saw: unknown): asserts condition {
  if (!condition) throw new NotAsExpected(expected, saw);
}

/** Waits for the refusal and answers its code; an answer that is none, or a status not listed, is a failure. */
export async function refused(attempt: Promise<unknown>, statuses: readonly number[]): Promise<string> {
  const answer = await attempt.catch((error: unknown) => error);
  if (!(answer instanceof Refusal))
    throw answer instanceof Error ? answer : new NotAsExpected('a refusal', answer);
  check(statuses.includes(answer.problem.status), `status ${statuses.join(' or ')}`, answer.problem);
  return answer.problem.code;
}
