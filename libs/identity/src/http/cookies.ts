// The two cookies. One has the session. The other knows a browser again by a long-lived random value: it says nothing
// of the person and opens nothing; it tells that two people who ought to be independent sit at one machine.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#platform';
import { agentWords, isTokenShaped, type SignInOrigin } from '../domain/session';

const DEVICE_COOKIE = 'youquan_device';
const YEAR_SECONDS = 31_536_000;
/** Out of reach of scripts, of other sites, and of every address but the API; over HTTPS it stays on HTTPS. */
const COOKIE = { httpOnly: true, sameSite: 'strict', path: '/api', secure: 'auto' } as const;

interface Caller extends SignInOrigin {
  /** The value that the browser is to keep. */
  readonly kept: string;
}

/** Where this sign-in comes from; a browser without a device value is given one with its session. */
export function callerOf(request: FastifyRequest): Caller {
  const sent = request.cookies[DEVICE_COOKIE];
  const kept = sent !== undefined && isTokenShaped(sent) ? sent : randomBytes(32).toString('base64url');
  return {
    kept,
    address: request.ip,
    device: createHash('sha256').update(kept).digest('hex'),
    agent: agentWords(request.headers['user-agent']),
  };
}

export function keepToken(reply: FastifyReply, token: string, lifetimeSeconds: number): void {
  reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, maxAge: lifetimeSeconds });
}

export function keepDevice(reply: FastifyReply, { kept }: Pick<Caller, 'kept'>): void {
  reply.setCookie(DEVICE_COOKIE, kept, { ...COOKIE, maxAge: YEAR_SECONDS });
}

export function forgetToken(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, COOKIE);
}
