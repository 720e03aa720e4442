// A refusal by the server (RFC 9457), already in the reader's language; or the lack of any answer at all.

export interface FieldProblem {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fix: string;
  readonly retryable: boolean;
  readonly errors: readonly FieldProblem[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The server could not be reached, or its answer was not one of ours: the words come from the catalogues. */
export const UNREACHABLE = 'web.unreachable';

const unreachable = (status: number): Problem => ({
  status,
  code: UNREACHABLE,
  title: '',
  fix: '',
  retryable: true,
  errors: [],
});

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}

/** What an answer that is no success says. */
export const problemAnswered = (status: number, body: unknown): Problem =>
  isProblem(body) ? body : unreachable(status);

/** Whatever a query or a deed failed with, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : unreachable(0);
}

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the server answers in place of a deed that waits for a second person. */
interface Held {
  readonly approvalId: string;
}
/** The deed was taken down and not done. */
export class HeldForApproval extends Error {
  constructor(readonly approvalId: string) {
    super(approvalId);
  }
}
const isHeld = (data: unknown): data is Held =>
  typeof data === 'object' && data !== null && 'approvalId' in data && 'expiresAt' in data;

/** The data of an answer. @throws ProblemError when the server refused; HeldForApproval */
export async function take<Data>(call: Promise<Answer<Data>>): Promise<Exclude<Data, Held>> {
  const { data, error, response } = await call;
  if (isHeld(data)) throw new HeldForApproval(data.approvalId);
  if (response.ok) return data as Exclude<Data, Held>;
  throw new ProblemError(problemAnswered(response.status, error));
}
