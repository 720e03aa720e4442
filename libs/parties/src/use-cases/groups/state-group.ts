// A financier, or the operator for all, states that some organisations are connected, from a day on.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, type LocalDate, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { ConnectedGroupStore } from '../../data/groups/connected-group.store';
import { errors } from '../../domain/groups/errors';
import { assertGroup, type GroupReason, type StatedGroup } from '../../domain/groups/connected-group';
import { Organisations } from '../organisations';
import { GroupQueries, type GroupShown } from './groups.queries';

export interface GroupWish {
  readonly name: string;
  readonly reason: GroupReason;
  readonly source: string;
  /** A number of each. */
  readonly members: readonly { readonly number: string }[];
  readonly validFrom: LocalDate;
}

@Injectable()
export class StateGroup {
  constructor(
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly groups: ConnectedGroupStore,
    private readonly queries: GroupQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.member_unknown, group_size, group_misdated (422) */
  async execute(command: Command, { members, validFrom, ...wish }: GroupWish): Promise<GroupShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const memberIds = await this.idsOf(
        tx,
        members.map(({ number }) => number),
      );
      const statedAt = this.clock.now();
      assertGroup(memberIds, validFrom, dateOf(statedAt));
      const shard = shardOf(actor.organisationId);
      const group: StatedGroup = {
        ...{ id: newId(shard), name: wish.name.trim(), reason: wish.reason, source: wish.source.trim() },
        forAll: actor.scope.organisations === 'all',
        ...{ staterOrganisationId: actor.organisationId, statedBy: actor.userId, statedAt, version: 1 },
      };
      await this.groups.add(tx, group);
      await this.groups.record(
        tx,
        memberIds.map((organisationId) => ({
          ...{ id: newId(shard), groupId: group.id, organisationId, belongs: true, validFrom },
          ...{ source: group.source, recordedBy: actor.userId, recordedAt: statedAt },
        })),
      );
      const { id, name, reason, source, forAll } = group;
      await this.audit.record(tx, actor, [
        {
          action: 'parties.group_stated',
          subjectType: 'connected_group',
          subjectId: id,
          subjectVersion: 1,
          details: { name, reason, source, forAll, memberIds, validFrom },
        },
      ]);
      return this.queries.one(tx, actor, group);
    });
  }

  private async idsOf(tx: Tx, numbers: readonly string[]): Promise<string[]> {
    const found = await this.organisations.byIdentifierValues(tx, numbers);
    return numbers.map((number) => {
      const one = found.get(number);
      if (!one) throw errors.member_unknown({ number });
      return one.id;
    });
  }
}
