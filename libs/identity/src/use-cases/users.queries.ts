// Users as their readers see them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, EVERYONE, type Page, pageOf, type Reads } from '#platform';
import { Organisations, type OrganisationSummary } from '#parties';
import { type UserFilter, UserStore } from '../data/user.store';
import { errors } from '../domain/errors';
import { type SecondFactorShown, SecondFactors } from './second-factor/second-factors';
import { Sessions } from './session/sessions';
import { shown, type UserShown } from './user-shown';

interface Me {
  readonly user: UserShown;
  readonly organisation: OrganisationSummary;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly sessionIdleMinutes: number;
  readonly secondFactor: SecondFactorShown;
}

@Injectable()
export class UserQueries {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  async page(actor: Actor, filter: UserFilter): Promise<Page<UserShown>> {
    const rows = await this.users.page(this.db.reads, actor.scope, filter);
    return pageOf(
      rows.map((user) => shown(user, actor)),
      filter,
    );
  }

  /** The signed-in person. @throws identity.user_not_found (404) */
  async me(actor: Actor): Promise<Me> {
    const on: Reads = this.db.reads;
    const user = await this.users.byId(on, EVERYONE, actor.userId);
    if (!user) throw errors.user_not_found();
    const organisation = await this.organisations.require(on, actor.organisationId);
    const { roles, permissions } = actor;
    return {
      user: shown(user, actor),
      organisation,
      roles,
      permissions: [...permissions].sort(),
      sessionIdleMinutes: await this.sessions.idleLimit(),
      secondFactor: await this.factors.of(on, user),
    };
  }
}
