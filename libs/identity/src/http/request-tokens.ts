// Where a request carries its token. With an Authorization header there the cookie is not looked at, because the defence
// against other sites' requests is left out for it.
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#platform';

type Carrier = Pick<FastifyRequest, 'headers' | 'cookies'>;

/** As sent, or undefined; whether it is a token is for others to judge. */
export const bearerOf = ({ headers: { authorization } }: Carrier): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

export const cookieOf = ({ headers: { authorization }, cookies }: Carrier): string | undefined =>
  authorization === undefined ? cookies[SESSION_COOKIE] : undefined;
