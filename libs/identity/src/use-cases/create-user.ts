// The operator makes a user for an organisation, with a first password that the user changes when they like.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { Organisations, type OrganisationSummary } from '#parties';
import { CLOCK, type Command, Db, Once, type Tx } from '#platform';
import { UserStore } from '../data/user.store';
import { errors } from '../domain/errors';
import { assertPassword } from '../domain/password';
import { assertLogin, assertName, assertRoles, type User, type UserWithPassword } from '../domain/user';
import { Passwords } from './passwords';
import { shown, type UserShown } from './user-shown';

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly password: string;
}
type PreparedUser = Pick<UserWithPassword, 'login' | 'name' | 'roles' | 'passwordHash'>;

@Injectable()
export class CreateUser {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.organisation_not_found (404); identity.login_malformed, name_malformed, roles_missing,
   *   role_not_allowed, roles_conflict, password_too_short, password_too_long, password_guessable (422);
   *   identity.login_taken (409)
   */
  async execute(command: Command, wish: NewUser): Promise<UserShown> {
    const { password, ...plain } = wish;
    const organisation = await this.organisations.require(this.db.reads, wish.organisationId);
    const prepared = await this.prepare(organisation, wish);
    return this.once.run(await this.passwords.guarded(command, plain, password), async (tx) =>
      shown(await this.add(tx, command.actor, organisation.id, prepared), command.actor),
    );
  }

  /** Everything that is judged and computed before the transaction. Errors as above. */
  async prepare(
    { legalName, capabilities }: Pick<OrganisationSummary, 'legalName' | 'capabilities'>,
    wish: Omit<NewUser, 'organisationId'>,
  ): Promise<PreparedUser> {
    const login = assertLogin(wish.login);
    const name = assertName(wish.name);
    const roles = assertRoles(wish.roles, capabilities);
    assertPassword(wish.password, [login, legalName]);
    return { login, name, roles, passwordHash: await this.passwords.hash(wish.password) };
  }

  /** The deed itself, for a transaction that does more. @throws identity.login_taken (409) */
  async add(tx: Tx, by: By, organisationId: string, prepared: PreparedUser): Promise<User> {
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
    return user;
  }
}
