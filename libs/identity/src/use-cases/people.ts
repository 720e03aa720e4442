// What other libraries may know of people: what somebody may do now, who holds a permission, and names.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { type Actor, EVERYONE, type Reads } from '#platform';
import { UserStore } from '../data/user.store';
import { type Permission, permissionsOf, ROLES } from '../domain/permissions';
import { actorFor } from './session/actor';

/** Somebody who can be mailed. */
export interface Reachable {
  readonly userId: string;
  readonly organisationId: string;
  readonly email: string;
  readonly permissions: ReadonlySet<string>;
}

const rolesWith = (permission: string): string[] =>
  ROLES.filter((role) => permissionsOf([role]).has(permission as Permission));

@Injectable()
export class People {
  constructor(
    private readonly users: UserStore,
    private readonly organisations: Organisations,
  ) {}

  /** With nobody signed in; null when the person or the organisation is suspended. */
  async actor(on: Reads, userId: string): Promise<Actor | null> {
    const user = await this.users.byId(on, EVERYONE, userId);
    if (user?.status !== 'active') return null;
    const organisation = (await this.organisations.byIds(on, [user.organisationId])).get(user.organisationId);
    return organisation?.status === 'active' ? actorFor(user, '') : null;
  }

  /** How many active people of an organisation hold a permission. */
  async holders(on: Reads, organisationId: string, permission: string): Promise<number> {
    const holders = await this.users.holders(on, { organisations: [organisationId] }, rolesWith(permission));
    return holders.length;
  }

  /** The active people of active organisations who have a verified address, all of them or these. */
  async reachable(
    on: Reads,
    organisationIds: readonly string[],
    userIds: readonly string[] | null = null,
  ): Promise<Reachable[]> {
    const organisations = await this.organisations.byIds(on, organisationIds);
    const active = [...organisations].flatMap(([id, { status }]) => (status === 'active' ? [id] : []));
    const users = await this.users.reachable(on, { organisations: active }, userIds);
    return users.map(({ id, organisationId, email, roles }) => ({
      ...{ userId: id, organisationId, email },
      permissions: permissionsOf(roles),
    }));
  }

  /** By id. */
  async names(on: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.users.names(on, EVERYONE, ids)).map(({ id, name }) => [id, name]));
  }
}
