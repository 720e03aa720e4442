// Tells whoever keeps the book of deeds what was refused. The book lies above the platform, so the platform asks for it by name;
// a process without one tells nobody.
import type { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { FieldError } from '#kernel';
import { type Actor, actorIn } from '../http/access';

/** Whoever writes down attempts; provided once in an application. */
export const REFUSAL_WATCH = Symbol('refusal watch');

export interface Attempt {
  /** Of the request, or of those of its items that were refused. */
  readonly codes: readonly string[];
  /** Rules that fields of the body broke. */
  readonly fieldRules: readonly string[];
  readonly method: string;
  /** Pattern of the route where there is one. */
  readonly route: string;
  /** As it was asked for, without its query. */
  readonly path: string;
  /** Undefined: nobody is signed in. */
  readonly actor: Actor | undefined;
}
export interface RefusalWatch {
  /** Answers at once; what is written down is written behind it. */
  saw(attempt: Attempt): void;
}

/** A part of an application. */
export type Asking = Pick<ModuleRef, 'get'>;

export function tellRefusal(
  asking: Asking,
  request: FastifyRequest,
  { codes, errors = [] }: { readonly codes: readonly string[]; readonly errors?: readonly FieldError[] },
): void {
  const watch = watchIn(asking);
  if (!watch || codes.length === 0) return;
  const path = request.url.split('?')[0] ?? '';
  watch.saw({
    codes,
    fieldRules: errors.map(({ rule }) => rule),
    method: request.method,
    route: request.routeOptions.url ?? path,
    path,
    actor: actorIn(request),
  });
}

function watchIn(asking: Asking): RefusalWatch | null {
  try {
    return asking.get<RefusalWatch>(REFUSAL_WATCH, { strict: false });
  } catch {
    return null;
  }
}
