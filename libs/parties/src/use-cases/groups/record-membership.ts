// Whoever stated a group records that an organisation joined or left it on a day; what was recorded before stays.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { ConnectedGroupStore } from '../../data/groups/connected-group.store';
import { errors } from '../../domain/groups/errors';
import {
  assertMembership,
  type GroupMembership,
  membersOn,
  type MembershipWish,
} from '../../domain/groups/connected-group';
import { Organisations } from '../organisations';
import { GroupQueries, groupScope, type GroupShown } from './groups.queries';

@Injectable()
export class RecordMembership {
  constructor(
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly groups: ConnectedGroupStore,
    private readonly queries: GroupQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.group_not_found (404), membership_unchanged (409), member_unknown, group_not_own, group_size,
   *   group_misdated (422)
   */
  async execute(
    command: Command,
    groupId: string,
    { member, ...wish }: MembershipWish & { readonly member: string },
  ): Promise<GroupShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const group = await this.groups.lock(tx, groupScope(actor), groupId);
      if (!group) throw errors.group_not_found();
      if (group.staterOrganisationId !== actor.organisationId) throw errors.group_not_own();
      const organisation = (await this.organisations.byIdentifierValues(tx, [member])).get(member);
      if (!organisation) throw errors.member_unknown({ number: member });
      const known = await this.groups.memberships(tx, groupScope(actor), [groupId]);
      const recordedAt = this.clock.now();
      assertMembership(wish, organisation.id, membersOn(known, wish.validFrom), dateOf(recordedAt));
      const fact: GroupMembership = {
        ...{ id: newId(shardOf(groupId)), groupId, organisationId: organisation.id },
        ...{ belongs: wish.belongs, validFrom: wish.validFrom, source: wish.source.trim() },
        ...{ recordedBy: actor.userId, recordedAt },
      };
      await this.groups.record(tx, [fact]);
      const changed = { ...group, version: group.version + 1 };
      await this.groups.setVersion(tx, groupId, changed.version);
      const { belongs, validFrom, source } = fact;
      await this.audit.record(tx, actor, [
        {
          action: belongs ? 'parties.group_joined' : 'parties.group_left',
          subjectType: 'connected_group',
          subjectId: groupId,
          subjectVersion: changed.version,
          details: { organisationId: organisation.id, validFrom, source },
        },
      ]);
      return this.queries.one(tx, actor, changed);
    });
  }
}
