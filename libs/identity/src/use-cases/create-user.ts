// The operator makes a user for any organisation, an administrator for their own, with a first password that the user changes when they like.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { type Command, Db, Once } from '#platform';
import { errors } from '../domain/errors';
import { Passwords } from './passwords';
import { NewUsers, type NewUser } from './people/new-users';
import { shown, type UserShown } from './user-shown';

@Injectable()
export class CreateUser {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly creation: NewUsers,
  ) {}

  /**
   * @throws parties.organisation_not_found, identity.organisation_not_found (404), login_taken (409); what NewUsers
   *   refuses
   */
  async execute(command: Command, wish: NewUser): Promise<UserShown> {
    const { password, ...plain } = wish;
    const { organisations: own } = command.actor.scope;
    if (own !== 'all' && !own.includes(wish.organisationId)) throw errors.organisation_not_found();
    const organisation = await this.organisations.require(this.db.reads, wish.organisationId);
    const prepared = await this.creation.prepare(organisation, wish);
    return this.once.run(await this.passwords.guarded(command, plain, password), async (tx) =>
      shown(await this.creation.add(tx, command.actor, organisation.id, prepared), command.actor),
    );
  }
}
