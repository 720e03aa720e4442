// What every refusal must be, whoever gets it and whatever it is about: a problem of RFC 9457 in the caller's language.
import { setTimeout as sleep } from 'node:timers/promises';
import { Db, query } from '#platform';
import type { ProblemBody } from '../../apps/demonstration/client';
import type { Answer, Call, Person, World } from './world';

export interface Problem extends ProblemBody {
  readonly type: string;
  readonly retryable: boolean;
  readonly instance: string;
  readonly errors: readonly {
    readonly pointer: string;
    readonly rule: string;
    readonly message: string;
    readonly fix: string;
  }[];
}

/** What is wrong with an answer of 400 or above; empty when it is a sound problem. */
export function problemFaults({ status, type, text }: Answer): string[] {
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  if (!type.startsWith('application/problem+json')) return [`status ${status} with content type ${type}`];
  const problem = JSON.parse(text) as Problem;
  return [
    ...(problem.status === status ? [] : [`says status ${problem.status} under ${status}`]),
    ...(/^[a-z]+\.[a-z_]+$/.test(problem.code) ? [] : [`code ${problem.code}`]),
    ...(problem.type === `urn:youquan:problem:${problem.code}` ? [] : [`type ${problem.type}`]),
    ...(isSaid(problem.title) ? [] : [`title ${problem.title}`]),
    ...(isSaid(problem.fix) ? [] : [`fix ${problem.fix}`]),
    ...problem.errors
      .filter((error) => !isSaid(error.message) || !isSaid(error.fix))
      .map(({ pointer }) => `error without words at ${pointer}`),
  ];
}

/** A sentence that is there and has no hole in it. */
const isSaid = (sentence: string | undefined): boolean =>
  sentence !== undefined && sentence.trim() !== '' && !/\{\w+\}|undefined|\[object/.test(sentence);

/** The call is refused with this status and code, in English and in Chinese; answers the English problem. */
export async function expectRefused(
  person: Person,
  call: Call,
  status: number,
  code: string,
): Promise<Problem> {
  const inEnglish = await person.call(call);
  const inChinese = await person.call({ ...call, headers: { ...call.headers, 'accept-language': 'zh-CN' } });
  const [english, chinese] = [inEnglish, inChinese].map((answer) => {
    expect({ status: answer.status, faults: problemFaults(answer) }).toEqual({ status, faults: [] });
    const problem = answer.json() as Problem;
    expect(problem.code).toBe(code);
    return problem;
  });
  if (!english || !chinese) throw new Error('Both languages were asked for.');
  for (const sentence of ['title', 'fix'] as const) {
    expect(english[sentence]).toMatch(/[a-z]{2}[^。；，]*$/);
    expect(chinese[sentence]).toMatch(/\p{Script=Han}/u);
    expect(chinese[sentence]).not.toBe(english[sentence]);
  }
  return english;
}

export const post = (path: string, body: unknown = {}, more: Partial<Call> = {}): Call => ({
  ...{ method: 'POST', path, body },
  ...more,
});
export const get = (path: string): Call => ({ method: 'GET', path });

const PATIENCE_MS = 5_000;
const BETWEEN_MS = 50;

/** Which of these refusals the book of deeds holds; they are written behind the answers, so it is waited for them. */
export async function inTheBook(world: World, codes: readonly string[]): Promise<string[]> {
  const { reads } = world.app.app.get(Db, { strict: false });
  for (const began = Date.now(); ; await sleep(BETWEEN_MS)) {
    const rows = await query<{ code: string }>(
      reads,
      `select distinct details ->> 'code' as code from audit.deed
       where action = 'audit.attempt_refused' and details ->> 'code' = any($1)`,
      [codes],
    );
    if (rows.length === codes.length || Date.now() - began > PATIENCE_MS)
      return rows.map(({ code }) => code).sort();
  }
}
