// Opens a session: the client gets a random token, the database its hash.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf, todayOf } from '#kernel';
import { CLOCK, Parameters, type Tx } from '#platform';
import { SessionStore } from '../../data/session.store';
import { expiryOf, type PersonalMethod, type SignInOrigin } from '../../domain/session';
import type { User } from '../../domain/user';
import { sessionAbsoluteHours } from './parameters';
import { hashOfToken } from './sessions';

interface Shown extends SignInOrigin {
  readonly authenticatedBy: readonly PersonalMethod[];
}
interface Opened {
  /** 32 random bytes in base64url; not kept anywhere. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly lifetimeSeconds: number;
}

@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly parameters: Parameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(tx: Tx, { id: userId, organisationId }: User, how: Shown): Promise<Opened> {
    const createdAt = this.clock.now();
    const hours = await this.parameters.integerAt(tx, sessionAbsoluteHours, todayOf(this.clock));
    const expiresAt = expiryOf(createdAt, hours);
    const token = randomBytes(32).toString('base64url');
    const { authenticatedBy, address, device, agent } = how;
    const session = {
      ...{ authenticatedBy, address, device, agent },
      ...{ userId, createdAt, expiresAt },
      id: newId<'session'>(shardOf(userId)),
      tokenHash: hashOfToken(token),
      lastSeenAt: createdAt,
      endedAt: null,
      version: 1,
    };
    await this.sessions.add(tx, session);
    await this.audit.record(tx, { userId, organisationId }, [
      {
        action: 'identity.signed_in',
        subjectType: 'session',
        subjectId: session.id,
        subjectVersion: session.version,
        details: { userId, expiresAt: expiresAt.toISOString(), authenticatedBy, address },
      },
    ]);
    return { token, expiresAt, lifetimeSeconds: (expiresAt.getTime() - createdAt.getTime()) / 1000 };
  }
}
