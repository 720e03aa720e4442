// Speaks to the running application over HTTP as its users do. What is refused is thrown as a Refusal with its code.
import { randomUUID } from 'node:crypto';

export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fix: string;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
  readonly details: Readonly<Record<string, unknown>>;
}

export class Refusal extends Error {
  constructor(
    readonly request: string,
    readonly problem: ProblemBody,
  ) {
    super(`${request}: ${problem.status} ${problem.code} ${problem.title} ${JSON.stringify(problem.errors)}`);
  }
}

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const json = (body: unknown) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** One signed-in person; without a token, anyone. */
export class Client {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string | null = null,
  ) {}

  async signIn(login: string, password: string): Promise<Client> {
    const { token } = await this.post<{ token: string }>('/auth/sign-in', { login, password });
    return new Client(this.baseUrl, token);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path, {});
  }

  /** Sent with a key of its own, so that a retry by the caller with the same `key` has no second effect. */
  post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    const { headers, ...rest } = json(body);
    return this.send<T>('POST', path, { ...rest, headers: { ...headers, 'idempotency-key': key } });
  }

  upload<T>(path: string, files: readonly UploadFile[]): Promise<T> {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name);
    return this.send<T>('POST', path, { body: form, headers: { 'idempotency-key': randomUUID() } });
  }

  private async send<T>(method: string, path: string, init: RequestInit): Promise<T> {
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    };
    const answer = await fetch(`${this.baseUrl}/api${path}`, { ...init, method, headers });
    const body: unknown = answer.status === 204 ? null : await answer.json();
    if (!answer.ok) throw new Refusal(`${method} ${path}`, body as ProblemBody);
    return body as T;
  }
}
