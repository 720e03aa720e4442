// What is looked at before a password is set by a link: the person, the password, and the code.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { Db, EVERYONE, type Tx } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { assertPassword } from '../../domain/password';
import { type AccountLink, assertFor } from '../../domain/recovery/account-link';
import type { UserWithPassword } from '../../domain/user';
import { Passwords } from '../passwords';
import { isCommonPassword } from '../people/common-passwords';
import { Authenticators } from '../second-factor/authenticators';
import { SecondFactors } from '../second-factor/second-factors';
import { type Attempt, SignInBrakes } from '../session/sign-in-brakes';

@Injectable()
export class ResetChecks {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly authenticators: Authenticators,
    private readonly brakes: SignInBrakes,
  ) {}

  /** @throws identity.link_void (422) */
  async person(link: AccountLink): Promise<UserWithPassword> {
    const user = await this.users.withPassword(this.db.reads, EVERYONE, { id: link.userId });
    if (!user) throw errors.link_void();
    assertFor(link, user);
    const { status } = await this.organisations.require(this.db.reads, user.organisationId);
    if (status !== 'active') throw errors.link_void();
    return user;
  }

  async enrolled(user: UserWithPassword): Promise<boolean> {
    return (await this.factors.of(this.db.reads, user)).enrolled;
  }

  /** The hash of an allowed password. */
  async password(user: UserWithPassword, password: string): Promise<string> {
    const { legalName } = await this.organisations.require(this.db.reads, user.organisationId);
    assertPassword(password, [user.login, legalName], isCommonPassword);
    return this.passwords.hash(password);
  }

  async charge(attempt: Attempt): Promise<void> {
    await this.brakes.chargeOrRecord(attempt, attempt.login);
  }

  async spends(tx: Tx, userId: string, code: string): Promise<boolean> {
    return (await this.authenticators.spend(tx, userId, code)) !== null;
  }

  async refund(tx: Tx, attempt: Attempt): Promise<void> {
    await this.brakes.refund(tx, attempt);
  }
}
