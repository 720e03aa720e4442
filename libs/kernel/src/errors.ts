// Two kinds of wrong: the world said no (DomainError, expected, with a way out in two languages), or we are
// mistaken (invariant, loud).

/** What the caller may make of it; the HTTP edge answers 400, 401, 403, 404, 409, 413, 422, 429 and 503 in this order. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'refused'
  | 'limited'
  | 'unavailable';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** One line of a library's error table. `retryable` says that the same request may succeed later. */
export interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly retryable?: boolean;
}

/** What is wrong with one field; `pointer` is a JSON Pointer (RFC 6901) into the request body. */
export interface FieldError {
  readonly pointer: string;
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly text: Bilingual;
  readonly fix: Bilingual;
  readonly retryable: boolean;

  /** `{name}` in the entry's sentences is filled from `details`. Libraries make errors by `errorTable`. */
  constructor(
    readonly code: string,
    entry: ErrorEntry,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    const text = fillBoth(entry.message, details);
    super(text.en);
    this.name = 'DomainError';
    this.kind = entry.kind;
    this.text = text;
    this.fix = fillBoth(entry.fix, details);
    this.retryable = entry.retryable ?? false;
  }
}

export type ErrorMaker = (details?: Record<string, unknown>, errors?: readonly FieldError[]) => DomainError;

/** The errors of one library: each code of the table becomes a function that makes `${prefix}.${code}`. */
export function errorTable<C extends string>(
  prefix: string,
  table: Record<C, ErrorEntry>,
): Readonly<Record<C, ErrorMaker>> {
  const makers = Object.entries<ErrorEntry>(table).map(([code, entry]): [string, ErrorMaker] => [
    code,
    (details, errors) => new DomainError(`${prefix}.${code}`, entry, details, errors),
  ]);
  return Object.freeze(Object.fromEntries(makers)) as Readonly<Record<C, ErrorMaker>>;
}

/** Stops at once when the program itself is wrong; never used to judge what came from outside. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

function fillBoth(sentence: Bilingual, details: Readonly<Record<string, unknown>>): Bilingual {
  return { en: fill(sentence, 'en', details), zh: fill(sentence, 'zh', details) };
}

function fill(
  sentence: Bilingual,
  language: keyof Bilingual,
  details: Readonly<Record<string, unknown>>,
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(details, name) ? shown(details[name], language) : placeholder,
  );
}

const LONGEST_SHOWN = 200;

/** A detail as a reader sees it: bilingual sentences in the language asked for, money as "1.00 CNY". */
function shown(value: unknown, language: keyof Bilingual): string {
  const text = plain(value, language);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function plain(value: unknown, language: keyof Bilingual): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, language)).join(', ');
  if (hasTexts(value, ['en', 'zh'])) return value[language];
  if (hasTexts(value, ['amount', 'currency'])) return `${value.amount} ${value.currency}`;
  return typeof value === 'object' ? JSON.stringify(value) : scalar(value);
}

function scalar(value: unknown): string {
  const countable = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
  return countable ? value.toString() : typeof value;
}

function hasTexts<K extends string>(value: unknown, keys: readonly K[]): value is Record<K, string> {
  if (typeof value !== 'object' || value === null) return false;
  const texts = value as Record<string, unknown>;
  return keys.every((key) => typeof texts[key] === 'string');
}
