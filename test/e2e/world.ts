// A running platform with its cast on board and a clock that the test moves; people act through real HTTP.
import { randomUUID } from 'node:crypto';
import { ManualClock } from '#kernel';
import { DEMO_PASSWORD, OPERATOR_PERSON } from '../../apps/demonstration/cast';
import { Client } from '../../apps/demonstration/client';
import { bootstrapOperator } from '../../apps/demonstration/demonstrate';
import { settleCast } from '../../apps/demonstration/people';
import { startTestApp, type TestApp, type TestEdges } from '../support/app';

/** A Monday, ten in the morning in Shanghai: the sample invoices are current then. */
export const NOW = new Date('2026-11-23T02:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Below /api. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | FormData;
  /** Null sends none; absent: a fresh one for a POST. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  json(): unknown;
}

/** Somebody at the door: the client of the demonstration, and raw calls for what that client would not send. */
export class Person {
  constructor(
    private readonly baseUrl: string,
    readonly client: Client,
    readonly token: string | null,
  ) {}

  async call({ method, path, body, raw, key, headers = {} }: Call): Promise<Answer> {
    const sentKey = key === undefined && method === 'POST' ? randomUUID() : key;
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(`${this.baseUrl}/api${path}`, {
      method,
      ...(payload === undefined ? {} : { body: payload }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sentKey ? { 'idempotency-key': sentKey } : {}),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
    });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text,
      json: () => JSON.parse(text) as unknown,
    };
  }
}

export interface World {
  readonly app: TestApp;
  readonly clock: ManualClock;
  readonly stranger: Person;
  /** Organisation ids by their key in the cast. */
  idOf(organisation: string): string;
  /** Signed in afresh whenever the clock has moved far enough for the session to have ended. */
  as(login: string): Promise<Person>;
  client(login: string): Promise<Client>;
  /** Minutes, hours or days from now as the platform reads its clock. */
  later(milliseconds: number): string;
  close(): Promise<void>;
}

export async function startWorld(edges: Omit<TestEdges, 'clock'> = {}): Promise<World> {
  const clock = new ManualClock(NOW);
  const app = await startTestApp({ ...edges, clock });
  await bootstrapOperator(app.app);
  const { ids } = await settleCast(app.url, OPERATOR_PERSON.login);
  const stranger = new Person(app.url, new Client(app.url), null);
  const sessions = new Map<string, { person: Promise<Person>; until: number }>();

  const signIn = async (login: string): Promise<Person> => {
    const body = { login, password: DEMO_PASSWORD };
    const { token } = await stranger.client.post<{ token: string }>('/auth/sign-in', body);
    return new Person(app.url, new Client(app.url, token), token);
  };
  const as = (login: string): Promise<Person> => {
    const now = clock.now().getTime();
    const held = sessions.get(login);
    if (held && now < held.until) return held.person;
    const person = signIn(login);
    sessions.set(login, { person, until: now + 20 * MINUTE });
    return person;
  };
  return {
    ...{ app, clock, stranger, as },
    idOf: (organisation) => ids.get(organisation) ?? '',
    client: async (login) => (await as(login)).client,
    later: (milliseconds) => new Date(clock.now().getTime() + milliseconds).toISOString(),
    close: () => app.close(),
  };
}
