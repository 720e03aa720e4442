// What a use case needs to know of a request that changes something: who, and which idempotency key.
import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Command, CommandWatch, IdempotencyKey } from '../db/once';
import { type Access, accessOf, actorOf } from './access';
import { errors } from './errors';

const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/;

/** The same value gives the same text whatever the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The route is the pattern and not the address: the parameters are part of what is hashed. */
function idempotencyOf(request: FastifyRequest, rule: Access | undefined): IdempotencyKey | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) {
    if (rule?.kind === 'permission' && rule.key === 'required') throw errors.key_missing();
    return null;
  }
  if (typeof header !== 'string' || !KEY_PATTERN.test(header)) throw errors.key_malformed();
  const route = `${request.method} ${request.routeOptions.url ?? request.url}`;
  const requestHash = hashOf([request.params, request.query, request.body ?? null]);
  return { route, key: header, requestHash };
}

const watches = new WeakMap<FastifyRequest, CommandWatch>();

/** From an interceptor: the command of this request is looked at inside its transaction. */
export function watchCommand(request: FastifyRequest, watch: CommandWatch): void {
  watches.set(request, watch);
}

export const CurrentCommand = createParamDecorator((_: unknown, context: ExecutionContext): Command =>
  commandOf(context),
);

export function commandOf(context: ExecutionContext): Command {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const idempotency = idempotencyOf(request, accessOf(new Reflector(), context));
  return { actor: actorOf(request), idempotency, watch: watches.get(request) };
}

/** The body of an upload is not part of the parsed request: its content joins the hash here. */
export function withContent(command: Command, contentHash: string): Command {
  const { idempotency } = command;
  if (!idempotency) return command;
  return {
    ...command,
    idempotency: { ...idempotency, requestHash: hashOf([idempotency.requestHash, contentHash]) },
  };
}
