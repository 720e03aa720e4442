// Many commands in one request are answered one by one: what was refused among them is told as if it had been asked alone. A hook of
// the server and not an interceptor, behind which a stream would answer its own refusals as events.
import type { FastifyInstance } from 'fastify';
import { type Asking, tellRefusal } from './refusal-watch';

export function watchItems(fastify: FastifyInstance, asking: Asking): void {
  fastify.addHook('preSerialization', async (request, _reply, answer) => {
    if (request.method === 'POST') tellRefusal(asking, request, { codes: codesIn(answer) });
    return answer;
  });
}

function codesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return [];
  if (!Array.isArray(answer.items)) return [];
  const codes = answer.items.flatMap((item: { readonly error?: { readonly code?: unknown } | null }) =>
    typeof item.error?.code === 'string' ? [item.error.code] : [],
  );
  return [...new Set(codes)];
}
