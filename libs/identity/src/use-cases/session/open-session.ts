// Opens a session: the client gets a random token, the database its hash. The same device, network address and mail
// domain in two organisations tell that they are not as independent as they look.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf, todayOf } from '#kernel';
import { Traces } from '#parties';
import { CLOCK, Parameters, type Tx } from '#platform';
import { type EndedSession, SessionStore } from '../../data/session.store';
import { errors } from '../../domain/errors';
import { permissionsOf } from '../../domain/permissions';
import { expiryOf, type PersonalMethod, type SignInOrigin } from '../../domain/session';
import type { User } from '../../domain/user';
import { shown, type UserShown } from '../user-shown';
import { sessionAbsoluteHours } from './parameters';
import { hashOfToken } from './token';

interface Evidence extends SignInOrigin {
  readonly authenticatedBy: readonly PersonalMethod[];
  /** What stood for the second factor, where that is worth knowing. */
  readonly method?: 'totp' | 'recovery_code';
}
export interface SignedIn {
  /** 32 random bytes in base64url; not kept anywhere. */
  readonly token: string;
  readonly expiresAt: string;
  readonly lifetimeSeconds: number;
  readonly user: UserShown;
}
interface Renewed extends Pick<SignedIn, 'token' | 'lifetimeSeconds'> {
  /** The session as it was known until now. */
  readonly before: EndedSession;
}

const newToken = () => randomBytes(32).toString('base64url');
const secondsBetween = (from: Date, to: Date) =>
  Math.max(1, Math.floor((to.getTime() - from.getTime()) / 1000));

@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly parameters: Parameters,
    private readonly traces: Traces,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signIn(tx: Tx, user: User, evidence: Evidence): Promise<SignedIn> {
    const { id: userId, organisationId } = user;
    const { method, ...how } = evidence;
    const createdAt = this.clock.now();
    const hours = await this.parameters.integerAt(tx, sessionAbsoluteHours, todayOf(this.clock));
    const expiresAt = expiryOf(createdAt, hours);
    const token = newToken();
    const session = {
      ...{ ...how, userId, createdAt, expiresAt },
      id: newId<'session'>(shardOf(userId)),
      tokenHash: hashOfToken(token),
      lastSeenAt: createdAt,
      endedAt: null,
      version: 1,
    };
    await this.sessions.add(tx, session);
    await this.leaveTraces(tx, organisationId, how, createdAt);
    const { authenticatedBy, address } = how;
    const details = { userId, expiresAt: expiresAt.toISOString(), authenticatedBy, address };
    await this.audit.record(tx, { userId, organisationId }, [
      {
        action: 'identity.signed_in',
        subjectType: 'session',
        subjectId: session.id,
        subjectVersion: session.version,
        details: method === undefined ? details : { ...details, method },
      },
    ]);
    const viewer = { userId, permissions: permissionsOf(user.roles) };
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      lifetimeSeconds: secondsBetween(createdAt, expiresAt),
      user: shown(user, viewer),
    };
  }

  /** The session goes on under another token, now with both factors shown. @throws identity.session_over (401) */
  async renew(tx: Tx, sessionId: string): Promise<Renewed> {
    const token = newToken();
    const before = await this.sessions.lockLive(tx, sessionId);
    if (!before) throw errors.session_over();
    await this.sessions.setToken(tx, sessionId, hashOfToken(token), ['password', 'totp']);
    return { token, before, lifetimeSeconds: secondsBetween(this.clock.now(), before.expiresAt) };
  }

  private async leaveTraces(
    tx: Tx,
    organisationId: string,
    { device, address }: SignInOrigin,
    at: Date,
  ): Promise<void> {
    const traces = [
      ...(device === null ? [] : [{ kind: 'device', value: device } as const]),
      ...(address === null ? [] : [{ kind: 'address', value: address } as const]),
    ];
    await this.traces.seen(tx, organisationId, traces, at);
  }
}
