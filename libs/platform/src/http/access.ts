// Closed by default: a route says which permission it needs, or that it is public; one that says neither is refused.
// The guard decides before any row is read; who is calling comes from the passport strategy that the app installs.
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ApiBearerAuth, ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../db/scope';
import { errors } from './errors';

export const ACCESS = 'youquan:access';
/** What a caller has shown to be who they are; a client shows that it holds its private key. */
export type AuthenticationMethod = 'password' | 'totp' | 'client_key';
interface Origin {
  readonly kind: 'person' | 'client';
  readonly authenticatedBy: readonly AuthenticationMethod[];
  /** Hash of the long-lived random value that the browser keeps; the same on all sign-ins from one device. */
  readonly device: string | null;
  /** Network address of the request. */
  readonly address: string | null;
}
/** Where nobody signed in, as for a command of the machine itself. */
export const WITHOUT_SIGN_IN: Origin = Object.freeze({
  kind: 'person',
  authenticatedBy: Object.freeze([]),
  device: null,
  address: null,
});
export interface Actor extends Origin {
  /** Id of the person or of the machine client. */
  readonly userId: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly scope: Scope;
  readonly sessionId: string;
}
type KeyRule = 'required' | 'accepted';
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'permission'; readonly permission: string; readonly key: KeyRule };

const access = (value: Access) =>
  applyDecorators(SetMetadata(ACCESS, value), ApiExtension('x-access', value));

export const Public = () => access({ kind: 'public' });
export const SignedIn = () => applyDecorators(access({ kind: 'signed_in' }), ApiBearerAuth());
/** @param permission `thing.verb`; deeds that move money or title also demand an Idempotency-Key */
export const Requires = (
  permission: string,
  { idempotencyKey = 'accepted' }: { readonly idempotencyKey?: KeyRule } = {},
) =>
  applyDecorators(
    access({ kind: 'permission', permission, key: idempotencyKey }),
    ApiBearerAuth(),
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', maxLength: 255 } }),
  );

/** What the route declares, or its controller for all of its routes. */
export const accessOf = (reflector: Reflector, context: ExecutionContext): Access | undefined =>
  reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);

/** The signed-in person, as the guard found them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export const actorOf = (request: FastifyRequest): Actor => (request as unknown as { user: Actor }).user;
/** Undefined where nobody is signed in, or the guard has not asked yet. */
export const actorIn = (request: FastifyRequest): Actor | undefined => actorOf(request);

/** A cookie travels by itself, and one can be given by signing somebody in: both need a defence that a token does not. */
export const SESSION_COOKIE = 'youquan_session';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITE = new Set(['same-origin', 'none']);

function assertOwnSite(request: FastifyRequest): void {
  const hasToken = request.headers.authorization !== undefined;
  if (!hasToken && !READING.has(request.method) && !isOwnSite(request)) throw errors.cross_site();
}

/** Browsers leave Sec-Fetch-Site out over plain HTTP, and old ones always: then Origin must name this host. */
function isOwnSite({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (typeof site === 'string') return OWN_SITE.has(site);
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
}

@Injectable()
export class AccessGuard extends AuthGuard(['session', 'bearer']) implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = accessOf(this.reflector, context);
    if (!rule) throw errors.route_undeclared();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    assertOwnSite(request);
    if (rule.kind === 'public') return true;
    await super.canActivate(context);
    // What is for anyone signed in is about their own account, and a machine client has none.
    if (rule.kind === 'signed_in' && actorOf(request).kind === 'client')
      throw errors.permission_missing({ permission: 'person' });
    if (rule.kind === 'permission' && !actorOf(request).permissions.has(rule.permission))
      throw errors.permission_missing({ permission: rule.permission });
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false | null): User {
    if (error instanceof Error) throw error;
    if (!user) throw errors.signed_out();
    return user;
  }
}
