// What is said of a refresh token that is refused: a line in the book of deeds, and an event where it was stolen.
import { Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { Events, type Tx } from '#platform';
import type { LockedSession } from '../../data/session.store';
import { errors } from '../../domain/errors';
import { sessionStolen } from '../../identity.events';

@Injectable()
export class Thefts {
  constructor(
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  async tell(tx: Tx, { id: sessionId, userId, organisationId }: LockedSession): Promise<void> {
    await this.events.emit(tx, sessionStolen, [{ sessionId, userId, organisationId }]);
  }

  async refuse(session: LockedSession | undefined, stolen: boolean, address: string | null): Promise<never> {
    const error = errors.refresh_refused();
    await this.audit.recordRefusal(THE_PLATFORM, {
      action: stolen ? 'identity.session_stolen' : 'identity.refresh_refused',
      subjectType: 'session',
      details: {
        reason: error.code,
        sessionId: session?.id ?? null,
        userId: session?.userId ?? null,
        address,
      },
    });
    throw error;
  }
}
