// The route that speaks as OAuth does (RFC 6749, 4.4.2) takes a form, and so does the one that mail programs call to
// unsubscribe (RFC 8058, 3.1). No other does: a form is what another site's page can send without asking.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors } from '../errors';

const FORM = 'application/x-www-form-urlencoded';
const MAX_FORM_BYTES = 65_536;
const ROUTES: ReadonlySet<string> = new Set(['/api/auth/token', '/api/inbox/unsubscribe']);

/** Each name once, as RFC 6749 demands. */
export function readForm(text: string): Record<string, string> {
  const pairs = [...new URLSearchParams(text)];
  const names = new Set(pairs.map(([name]) => name));
  if (names.size < pairs.length) throw errors.malformed({ reason: 'a field comes twice' });
  return Object.fromEntries(pairs);
}

export function acceptForms(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(FORM);
  fastify.addContentTypeParser<string>(
    FORM,
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    async (request: FastifyRequest, text: string) => {
      if (!ROUTES.has(request.routeOptions.url ?? '')) throw errors.malformed({ reason: 'media type' });
      return readForm(text);
    },
  );
}
