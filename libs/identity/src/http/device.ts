// A browser is known again by a long-lived random value in a cookie of its own. It says nothing of the person and opens
// nothing; it tells that two people who ought to be independent sit at one machine.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agentWords, isTokenShaped, type SignInOrigin } from '../domain/session';

const DEVICE_COOKIE = 'youquan_device';
const YEAR_SECONDS = 31_536_000;
const COOKIE = { httpOnly: true, sameSite: 'strict', path: '/api', secure: 'auto' } as const;

/** Where this sign-in comes from; a browser without a device value is given one. */
export function originOf(request: FastifyRequest, reply: FastifyReply): SignInOrigin {
  const kept = request.cookies[DEVICE_COOKIE];
  const value = kept !== undefined && isTokenShaped(kept) ? kept : randomBytes(32).toString('base64url');
  reply.setCookie(DEVICE_COOKIE, value, { ...COOKIE, maxAge: YEAR_SECONDS });
  return {
    address: request.ip,
    device: createHash('sha256').update(value).digest('hex'),
    agent: agentWords(request.headers['user-agent']),
  };
}
