// Charges every attempt to sign in, to the login and to the address, before the password is looked at.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, type Tx } from '#platform';
import { BrakeStore } from '../../data/brake.store';
import { addressKey, type BrakeKind, charged, waitSeconds } from '../../domain/brake';
import { errors } from '../../domain/errors';

export interface Attempt {
  /** In the form in which logins are compared. */
  readonly login: string;
  /** Null when no one is at the other end of a line, as for a command of the machine itself. */
  readonly address: string | null;
}

const subjectsOf = ({ login, address }: Attempt): string[] => [
  `login:${login}`,
  ...(address === null ? [] : [`address:${addressKey(address)}`]),
];
const kindOf = (subject: string): BrakeKind => (subject.startsWith('login:') ? 'login' : 'address');

@Injectable()
export class SignInBrakes {
  constructor(
    private readonly db: Db,
    private readonly brakes: BrakeStore,
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
