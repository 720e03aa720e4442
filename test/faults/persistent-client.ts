// Someone who does not give up: sends a command with its key until it is acknowledged, through every kind of silence,
// as a client that must not lose or double anything does.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;
/** Of one command, from first to last attempt. */
const LONGEST_MS = 120_000;

export interface Traffic {
  acknowledged: number;
  /** Attempts that ended without an answer, or with one that says to come back. */
  retried: number;
  lastAcknowledgedAt: number;
  /** Answers of 500: the process did not know what happened to it. */
  internal: number;
  /** True when the run is over, for whatever reason: nobody tries again. */
  over: boolean;
}
export interface Sent {
  readonly path: string;
  /** Sent as JSON, where there is no form. */
  readonly body?: object;
  /** Made anew for each attempt. */
  readonly form?: () => FormData;
}

export class PersistentClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly traffic: Traffic,
  ) {}

  /** The acknowledged answer. @throws when the command is refused for good */
  async post<T>(sent: Sent, key: string = randomUUID()): Promise<T> {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until && !this.traffic.over) {
      const answer = await this.attempt(sent, key);
      if (answer?.ok) {
        this.traffic.acknowledged += 1;
        this.traffic.lastAcknowledgedAt = performance.now();
        return answer.body as T;
      }
      if (answer && !answer.retryable)
        throw new Error(`${sent.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (answer?.status === 500) this.traffic.internal += 1;
      this.traffic.retried += 1;
      await sleep(PAUSE_MS);
    }
    throw new Error(`${sent.path} was not acknowledged in time.`);
  }

  /** The same command with the same key twice at once, as an impatient client sends it. */
  async postTwice<T>(sent: Sent): Promise<T> {
    const key = randomUUID();
    const [one, two] = await Promise.all([this.post<T>(sent, key), this.post<T>(sent, key)]);
    if (!isDeepStrictEqual(one, two)) throw new Error(`${sent.path} answered its twin otherwise.`);
    return one;
  }

  /** Null: nobody answered, or not to the end. */
  private async attempt({ path, body, form }: Sent, key: string) {
    try {
      const answer = await fetch(`${this.url}/api${path}`, {
        method: 'POST',
        body: form ? form() : JSON.stringify(body),
        headers: {
          ...(form ? {} : { 'content-type': 'application/json' }),
          authorization: `Bearer ${this.token}`,
          'idempotency-key': key,
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const said = (await answer.json()) as { retryable?: boolean };
      return { ok: answer.ok, status: answer.status, retryable: said.retryable === true, body: said };
    } catch {
      return null;
    }
  }
}
