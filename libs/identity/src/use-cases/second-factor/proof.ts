// Before a change to their own keys a person shows once more that it is they: by the password, and by a code where they
// have an authenticator. A stolen session alone changes nothing. Each attempt is charged to the brakes.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { DomainError } from '#kernel';
import { type Actor, Db, EVERYONE, type Tx } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import type { UserWithPassword } from '../../domain/user';
import { Passwords } from '../passwords';
import { type Attempt, SignInBrakes } from '../session/sign-in-brakes';
import { Authenticators } from './authenticators';

export interface Proven {
  readonly user: UserWithPassword;
  readonly attempt: Attempt;
}

@Injectable()
export class Proof {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly brakes: SignInBrakes,
    private readonly authenticators: Authenticators,
    private readonly audit: AuditLog,
  ) {}

  /** @throws identity.password_wrong (422), too_many_attempts (429) */
  async ofPassword(actor: Actor, password: string): Promise<Proven> {
    const user = await this.users.withPassword(this.db.reads, EVERYONE, { id: actor.userId });
    if (!user) throw errors.user_not_found();
    const attempt: Attempt = { login: user.login, address: null };
    await this.brakes.charge(attempt);
    if (!(await this.passwords.matches(user.passwordHash, password)))
      return this.refuse(actor, errors.password_wrong());
    return { user, attempt };
  }

  /** In the transaction of the change: nobody changed the person meanwhile, who is locked from here on. */
  async seal(tx: Tx, { user, attempt }: Proven): Promise<UserWithPassword> {
    const current = await this.users.lock(tx, EVERYONE, user.id);
    if (current?.version !== user.version) throw errors.password_wrong();
    await this.brakes.refund(tx, attempt);
    return current;
  }

  /** Spends a code of the person's authenticator. @throws identity.code_wrong (422), too_many_attempts (429) */
  async ofCode(actor: Actor, code: string): Promise<void> {
    const attempt: Attempt = { login: actor.userId, address: null, of: 'code' };
    await this.brakes.charge(attempt);
    const shown = await this.db.run(async (tx) => {
      const spent = await this.authenticators.spend(tx, actor.userId, code);
      if (spent) await this.brakes.refund(tx, attempt);
      return spent;
    });
    if (!shown) await this.refuse(actor, errors.code_wrong());
  }

  /** Recorded on its own, because what was asked for did not happen. */
  async refuse(actor: Actor, error: DomainError): Promise<never> {
    await this.audit.recordRefusal(actor, {
      action: 'identity.proof_refused',
      subjectType: 'user',
      details: { reason: error.code, userId: actor.userId, address: actor.address },
    });
    throw error;
  }
}
