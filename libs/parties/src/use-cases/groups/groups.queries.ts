// Groups of connected clients as financiers and the operator see them: their own, and those stated for all. What a
// financier states for its own limits is nobody else's business, the operator's neither.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dateOf, invariant, type LocalDate } from '#kernel';
import { type Actor, CLOCK, Db, type Page, pageOf, type Reads, type Scope } from '#platform';
import { ConnectedGroupStore, type GroupFilter } from '../../data/groups/connected-group.store';
import { type GroupMembership, membersOn, type StatedGroup } from '../../domain/groups/connected-group';
import { Organisations } from '../organisations';

export interface MemberShown {
  readonly organisationId: string;
  readonly legalName: string;
}
export interface MembershipShown extends MemberShown {
  readonly id: string;
  readonly belongs: boolean;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly recordedAt: string;
}
export interface GroupShown extends Omit<StatedGroup, 'statedBy' | 'statedAt'> {
  readonly statedAt: string;
  /** Who belongs today. */
  readonly members: readonly MemberShown[];
  /** All that was recorded, the latest first. */
  readonly history: readonly MembershipShown[];
  readonly actions: readonly string[];
}

/** Whose groups somebody sees, whatever rows of others the role may see. */
export const groupScope = ({ organisationId, scope }: Actor): Scope =>
  scope.organisations === 'all' || scope.organisations.includes(organisationId)
    ? { organisations: [organisationId] }
    : scope;

@Injectable()
export class GroupQueries {
  constructor(
    private readonly db: Db,
    private readonly groups: ConnectedGroupStore,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, filter: GroupFilter): Promise<Page<GroupShown>> {
    const rows = await this.groups.page(this.db.reads, groupScope(actor), filter);
    return pageOf(await this.shown(this.db.reads, actor, rows), filter);
  }

  async one(on: Reads, actor: Actor, group: StatedGroup): Promise<GroupShown> {
    const [shown] = await this.shown(on, actor, [group]);
    invariant(shown, 'one group is shown as one');
    return shown;
  }

  private async shown(on: Reads, actor: Actor, groups: readonly StatedGroup[]): Promise<GroupShown[]> {
    const facts = await this.groups.memberships(
      on,
      groupScope(actor),
      groups.map(({ id }) => id),
    );
    const found = await this.organisations.byIds(
      on,
      facts.map(({ organisationId }) => organisationId),
    );
    const named = (organisationId: string): MemberShown => ({
      organisationId,
      legalName: found.get(organisationId)?.legalName ?? '',
    });
    const today = dateOf(this.clock.now());
    return groups.map(({ id, name, reason, source, forAll, staterOrganisationId, statedAt, version }) => {
      const own = facts.filter(({ groupId }) => groupId === id);
      const mayRecord = actor.permissions.has('group.state') && staterOrganisationId === actor.organisationId;
      return {
        ...{ id, name, reason, source, forAll, staterOrganisationId, version },
        statedAt: statedAt.toISOString(),
        members: membersOn(own, today).map(named),
        history: own.map((fact) => ({ ...membershipOf(fact), ...named(fact.organisationId) })),
        actions: mayRecord ? ['record'] : [],
      };
    });
  }
}

const membershipOf = ({ id, belongs, validFrom, source, recordedAt }: GroupMembership) => ({
  ...{ id, belongs, validFrom, source },
  recordedAt: recordedAt.toISOString(),
});
