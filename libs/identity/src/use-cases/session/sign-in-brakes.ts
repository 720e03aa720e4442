// Charges every attempt to sign in, to the login and to the address, before the password is looked at.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { type Clock, DomainError } from '#kernel';
import { CLOCK, Db, type Tx } from '#platform';
import { BrakeStore } from '../../data/brake.store';
import { addressKey, type BrakeKind, charged, waitSeconds } from '../../domain/brake';
import { errors } from '../../domain/errors';

export interface Attempt {
  /** In the form in which logins are compared. */
  readonly login: string;
  /** Null when no one is at the other end of a line, as for a command of the machine itself. */
  readonly address: string | null;
  /** What is tried; left out: the password of that login. */
  readonly of?: 'login' | 'code' | 'reset';
}

const subjectsOf = ({ login, address, of: what = 'login' }: Attempt): string[] => [
  `${what}:${login}`,
  ...(address === null ? [] : [`address:${addressKey(address)}`]),
];
const kindOf = (subject: string): BrakeKind => (subject.startsWith('address:') ? 'address' : 'login');

@Injectable()
export class SignInBrakes {
  constructor(
    private readonly db: Db,
    private readonly brakes: BrakeStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.too_many_attempts (429) with the seconds to wait */
  async charge(attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    await this.db.run(async (tx) => {
      const found = await this.brakes.lock(tx, subjectsOf(attempt));
      const seconds = Math.max(...found.map((brake) => waitSeconds(brake, now)));
      if (seconds > 0) throw errors.too_many_attempts({ seconds });
      await this.brakes.put(
        tx,
        found.map(({ subject, ...brake }) => ({ subject, ...charged(brake, kindOf(subject), now) })),
      );
    });
  }

  /** As above; for a stranger the refusal is written down. @param userId whom it concerns, where that is known */
  async chargeOrRecord(attempt: Attempt, userId: string | null): Promise<void> {
    try {
      await this.charge(attempt);
    } catch (error) {
      if (error instanceof DomainError) return this.refuse(error, attempt, userId);
      throw error;
    }
  }

  /** A login that nobody has is not written down: it may well be a password in the wrong field. */
  async refuse(
    error: DomainError,
    { address, login, of: what }: Attempt,
    userId: string | null,
  ): Promise<never> {
    await this.audit.recordRefusal(THE_PLATFORM, {
      action: 'identity.sign_in_refused',
      subjectType: 'sign_in',
      details: {
        reason: error.code,
        userId,
        login: userId === null || what !== undefined ? null : login,
        address,
      },
    });
    throw error;
  }

  /** The attempt was good: the login starts afresh, the address gets back this one attempt and no more. */
  async refund(tx: Tx, attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    const found = await this.brakes.lock(tx, subjectsOf(attempt));
    await this.brakes.put(
      tx,
      found.map(({ subject, failures }) => ({
        subject,
        failures: kindOf(subject) === 'login' ? 0 : Math.max(0, failures - 1),
        lastAt: now,
        blockedUntil: now,
      })),
    );
  }
}
