// The routes as apps/api/openapi.json describes them: sweeps go through this list, so that a new route is never forgotten.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Access } from '#platform';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly example?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly 'x-access': Access;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
export interface ApiFile {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Route {
  /** `POST /api/offers/{id}/withdrawal`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly inPath: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly body: Schema | null;
}

export const API_FILE = resolve(__dirname, '../../apps/api/openapi.json');
export const readApiFile = (): ApiFile => JSON.parse(readFileSync(API_FILE, 'utf8')) as ApiFile;

export function routesOf({ paths }: ApiFile): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]): Route => {
      const method = verb.toUpperCase() as Route['method'];
      return {
        name: `${method} ${path}`,
        method,
        path,
        access: operation['x-access'],
        inPath: (operation.parameters ?? []).filter((parameter) => parameter.in === 'path'),
        query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
        body: operation.requestBody?.content['application/json']?.schema ?? null,
      };
    }),
  );
}

/** Neither a number in a path, such as the size of the log, nor the place of one of its tiles belongs to anybody. */
export const hasId = ({ path, inPath }: Route): boolean =>
  !path.startsWith('/api/log/tile/') && inPath.some(({ schema }) => schema.type === 'string');
export const changesState = ({ method }: Route): boolean => method !== 'GET';
/** Up to and with its parameter: which kind of thing the id names. */
export const placeOf = ({ path }: Route): string => path.slice(0, path.lastIndexOf('}') + 1);
export const permissionOf = ({ access }: Route): string | null =>
  access.kind === 'permission' ? access.permission : null;

/** Each schema that refers to one that is not there, with how often. */
export function brokenReferences({ components: { schemas } }: ApiFile): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const named = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)];
    const broken = named.filter(([, target]) => !Object.hasOwn(schemas, target ?? ''));
    return broken.length > 0 ? [`${name}: ${broken.length}`] : [];
  });
}

/** Whether a body can name a thing by its id, at any depth. */
export function namesIds(schema: Schema, { components }: ApiFile): boolean {
  const inside = (part: Schema | undefined, seen: ReadonlySet<string>): boolean => {
    if (!part) return false;
    if (part.format === 'uuid') return true;
    const { $ref, items, allOf = [], properties = {} } = part;
    if ($ref !== undefined && !seen.has($ref))
      return inside(components.schemas[$ref.split('/').pop() ?? ''], new Set([...seen, $ref]));
    return [items, ...allOf, ...Object.values(properties)].some((one) => inside(one, seen));
  };
  return inside(schema, new Set());
}
