// How a user comes to be, whoever makes them: what is judged and computed before the transaction, and the deed in it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import type { OrganisationSummary } from '#parties';
import { CLOCK, type Tx } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { assertPassword } from '../../domain/password';
import {
  assertLogin,
  assertName,
  assertRoles,
  assertSeparated,
  type User,
  type UserWithPassword,
} from '../../domain/user';
import { Passwords } from '../passwords';
import { assertEmail, StateEmail } from '../recovery/state-email';
import { isCommonPassword } from './common-passwords';

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly password: string;
  /** To be verified by the person. */
  readonly email?: string | null;
}
interface PreparedUser extends Pick<UserWithPassword, 'login' | 'name' | 'roles' | 'passwordHash'> {
  readonly statedEmail: string | null;
}

@Injectable()
export class NewUsers {
  constructor(
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly emails: StateEmail,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Everything that is judged and computed before the transaction.
   * @throws identity.login_malformed, name_malformed, roles_missing, role_not_allowed, roles_conflict, roles_not_apart,
   *   password_too_short, password_too_long, password_guessable, email_malformed (422)
   */
  async prepare(
    { legalName, capabilities }: Pick<OrganisationSummary, 'legalName' | 'capabilities'>,
    wish: Omit<NewUser, 'organisationId'>,
  ): Promise<PreparedUser> {
    const login = assertLogin(wish.login);
    const name = assertName(wish.name);
    const roles = assertRoles(wish.roles, capabilities);
    assertSeparated(roles);
    assertPassword(wish.password, [login, legalName], isCommonPassword);
    const statedEmail = wish.email ? assertEmail(wish.email) : null;
    return { login, name, roles, statedEmail, passwordHash: await this.passwords.hash(wish.password) };
  }

  /** The deed itself, for a transaction that does more. @throws identity.login_taken (409) */
  async add(
    tx: Tx,
    by: By,
    organisationId: string,
    { statedEmail, ...prepared }: PreparedUser,
  ): Promise<User> {
    const user: UserWithPassword = {
      ...prepared,
      id: newId(shardOf(organisationId)),
      organisationId,
      status: 'active',
      version: 1,
      createdAt: this.clock.now(),
    };
    const { login, name, roles } = user;
    if (!(await this.users.add(tx, user))) throw errors.login_taken({ login });
    await this.audit.record(tx, by, [
      {
        action: 'identity.user_created',
        subjectType: 'user',
        subjectId: user.id,
        subjectVersion: user.version,
        details: { login, name, organisationId, roles },
      },
    ]);
    if (statedEmail !== null) await this.emails.state(tx, by, user, statedEmail);
    return { ...user, pendingEmail: statedEmail };
  }
}
