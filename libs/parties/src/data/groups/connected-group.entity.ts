// The rows of parties.connected_group and parties.group_membership.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupMembership, GroupReason, StatedGroup } from '../../domain/groups/connected-group';

@Entity({ schema: 'parties', name: 'connected_group' })
export class ConnectedGroupEntity implements StatedGroup {
  @PrimaryColumn('uuid') id!: Id<'connected_group'>;
  @Column('text') name!: string;
  @Column('text') reason!: GroupReason;
  @Column('text') source!: string;
  @Column('boolean', { name: 'for_all' }) forAll!: boolean;
  @Column('uuid', { name: 'stater_organisation_id' }) staterOrganisationId!: string;
  @Column('uuid', { name: 'stated_by' }) statedBy!: string;
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date;
  @Column('int') version!: number;
}

@Entity({ schema: 'parties', name: 'group_membership' })
export class GroupMembershipEntity implements GroupMembership {
  @PrimaryColumn('uuid') id!: Id<'group_membership'>;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('boolean') belongs!: boolean;
  @Column('date', { name: 'valid_from' }) validFrom!: LocalDate;
  @Column('text') source!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
