// Requests that nobody would send on purpose, made from the API description with a seed: for every route some that are
// nearly right, some that are wrong in one place, and some that are wrong everywhere.
import type { Call } from './world';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly 'x-access'?: { readonly permission?: string };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const deep = (levels: number): unknown =>
  levels === 0 ? null : levels % 2 === 0 ? [deep(levels - 1)] : { a: deep(levels - 1) };

/** Values that have broken other people's servers. */
export const oddValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, Number.MIN_VALUE, 99_999_999_999],
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff x', '\u202e', '\ufeff', '💥'.repeat(50)],
  ...["' or 1=1 --", '$1', '%', '_', '\\', '{{7*7}}', '${jndi:x}', '../../etc/passwd', '<script>', '=1+1'],
  ...['NaN', 'Infinity', '-0', '1e400', '9'.repeat(400), '0x10', '１２', '٣', '1,5', '0.00000000001'],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13',
    '2026-13-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ],
  ...['constructor', '__proto__', 'toString', 'null', '[]', '{}', 'x'.repeat(20_000)],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'urn:uuid:1'],
  ...[[], {}, [[]], [null], [{}], { length: -1 }, { amount: 1 }, { amount: '1', currency: 'XXX' }, deep(60)],
];

/** A tag as it may come over the wire; a key `__proto__` written in a literal would be lost. */
const POLLUTED = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"roles":["operator"]}}}',
) as object;

/** The same value many times, each with one other value in one place, and once without what stands there. */
export function wrongInOnePlace(sound: unknown, wrong: readonly unknown[]): unknown[] {
  if (typeof sound !== 'object' || sound === null) return [...wrong];
  const below = Object.entries(sound).flatMap(([name, value]) => {
    const put = (changed: unknown): unknown =>
      Array.isArray(sound) ? sound.with(Number(name), changed) : { ...sound, [name]: changed };
    return [put(undefined), ...wrongInOnePlace(value, wrong).map(put)];
  });
  return [...wrong, ...below];
}

export class WildRequests {
  constructor(
    private readonly api: ApiDescription,
    private readonly random: () => number,
    /** Ids that exist, which let a request get past the first look. */
    private readonly ids: readonly string[],
  ) {}

  /** `rounds` requests for every route and method, each with the permission that the route asks for. */
  all(rounds: number): { readonly permission: string | null; readonly call: Call }[] {
    return Object.entries(this.api.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        Array.from({ length: rounds }, () => ({
          permission: operation['x-access']?.permission ?? null,
          call: this.call(path, method.toUpperCase() as Call['method'], operation),
        })),
      ),
    );
  }

  private call(path: string, method: Call['method'], { parameters, requestBody }: Operation): Call {
    const filled = path.replace(/^\/api/, '').replace(/\{\w+\}/g, () => encodeURIComponent(this.inPath()));
    const call = { method, path: `${filled}${this.query(parameters ?? [])}` };
    const [content] = Object.values(requestBody?.content ?? {});
    if (!content) return call;
    const withBody = { ...call, body: this.body(content.schema) };
    return this.chance(0.1)
      ? { ...withBody, key: this.pick(['', 'a b', 'x'.repeat(300), 'wild']) }
      : withBody;
  }

  private query(parameters: NonNullable<Operation['parameters']>): string {
    const search = new URLSearchParams();
    for (const { name, in: place, schema = {} } of parameters)
      if (place === 'query' && this.chance(0.5))
        search.append(name, this.text(this.value(schema)).slice(0, 3000));
    if (this.chance(0.1)) search.append('nothing', 'x');
    return search.size > 0 ? `?${search.toString()}` : '';
  }

  private body(schema: Schema): unknown {
    if (this.chance(0.15)) return this.pick(oddValues);
    const made = this.value(schema);
    return this.chance(0.1) ? { ...(made as object), ...POLLUTED } : made;
  }

  /** Mostly what the description asks for, at times something odd instead, or nothing. */
  private value(schema: Schema): unknown {
    if (this.chance(0.12)) return this.pick(oddValues);
    const named = schema.$ref?.split('/').at(-1);
    const {
      type,
      format,
      enum: codes,
      items,
      properties,
      minimum,
      pattern,
    } = named ? (this.api.components.schemas[named] ?? {}) : schema;
    if (codes) return this.pick(codes);
    if (properties) return this.object(properties);
    if (type === 'array') return Array.from({ length: this.upTo(3) }, () => this.value(items ?? {}));
    if (type === 'number' || type === 'integer') return (minimum ?? 0) + this.upTo(100);
    if (type === 'boolean') return this.chance(0.5);
    return this.string(format, pattern);
  }

  private object(properties: Readonly<Record<string, Schema>>): object {
    return Object.fromEntries(
      Object.entries(properties)
        .filter(() => !this.chance(0.1))
        .map(([name, schema]) => [name, this.value(schema)]),
    );
  }

  private string(format: string | undefined, pattern: string | undefined): string {
    if (format === 'uuid') return this.pick(this.ids);
    if (format === 'date') return this.pick(['2026-12-24', '2027-02-28', '1900-01-01']);
    if (format === 'date-time') return this.pick(['2026-12-24T00:00:00Z', '2026-11-23T02:00:00.000001Z']);
    if (pattern?.includes('A-Z')) return this.pick(['CNY', 'USD', 'JPY', 'BHD']);
    if (pattern) return this.pick(['0.9', '1', '100.00', '999999999999999.9999', '0.0000000001']);
    return this.pick(['明远', 'x', 'MY-1', '91320500MAD7MY018L', 'confirm', 'USCC']);
  }

  private inPath(): string {
    return this.chance(0.6) ? this.pick(this.ids) : this.text(this.pick(oddValues)).slice(0, 300);
  }

  private text(value: unknown): string {
    return typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value);
  }

  private chance = (share: number): boolean => this.random() < share;
  private upTo = (count: number): number => Math.floor(this.random() * count);
  private pick<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }
}
