// What risk asks about connected clients: with whom an organisation stands or falls on a given day, as far as the asking
// financier may know.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import type { Reads, Scope } from '#platform';
import { ConnectedGroupStore } from '../../data/groups/connected-group.store';
import { type ConnectedGroup, membersOn } from '../../domain/groups/connected-group';

@Injectable()
export class Groups {
  constructor(private readonly groups: ConnectedGroupStore) {}

  /**
   * By organisation, those to which it belongs that day with all their members; none for one that stands alone.
   * @param scope the financier that asks: it sees its own groups and those that the operator states for all
   */
  async of(
    on: Reads,
    scope: Scope,
    organisationIds: readonly string[],
    at: LocalDate,
  ): Promise<Map<string, readonly ConnectedGroup[]>> {
    const stated = await this.groups.ofMembers(on, scope, organisationIds);
    const facts = await this.groups.memberships(
      on,
      scope,
      stated.map(({ id }) => id),
    );
    const groups = stated.map(({ id, name, reason }): ConnectedGroup => {
      const own = facts.filter(({ groupId }) => groupId === id);
      return { id, name, reason, memberIds: membersOn(own, at) };
    });
    return new Map(
      organisationIds.map((id) => [id, groups.filter(({ memberIds }) => memberIds.includes(id))]),
    );
  }
}
