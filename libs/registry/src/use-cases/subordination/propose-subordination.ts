// One secured party proposes that one registration lets another go first; nothing changes until the other side agrees.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once, type Tx, violates } from '#platform';
import { SearchStore } from '../../data/search.store';
import { SubordinationStore } from '../../data/priority/subordination.store';
import { errors } from '../../domain/errors';
import { instantText, microsOf } from '../../domain/filing-time';
import { holdersOf, proposingSide, type Subordination } from '../../domain/subordination/subordination';
import { meet, SubordinationHolders } from './holders';
import { type SubordinationAnswer, subordinationAnswer } from './subordinations.queries';

export interface Proposal {
  readonly juniorNumber: string;
  readonly seniorNumber: string;
  readonly terms: string;
}

@Injectable()
export class ProposeSubordination {
  constructor(
    private readonly once: Once,
    private readonly store: SubordinationStore,
    private readonly searches: SearchStore,
    private readonly holders: SubordinationHolders,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.subordination_unclear, subordination_no_side (422), subordination_exists (409) */
  async execute(command: Command, proposal: Proposal): Promise<SubordinationAnswer> {
    try {
      return await this.once.run(command, (tx) => this.propose(tx, command, proposal));
    } catch (error) {
      if (violates(error, 'subordination_once')) throw errors.subordination_exists();
      throw error;
    }
  }

  private async propose(
    tx: Tx,
    { actor }: Command,
    { juniorNumber, seniorNumber, terms }: Proposal,
  ): Promise<SubordinationAnswer> {
    const at = instantText(microsOf(this.clock.now()));
    const ids = await this.searches.idsOfNumbers(tx, [juniorNumber, seniorNumber]);
    const [juniorId, seniorId] = [ids.get(juniorNumber), ids.get(seniorNumber)];
    if (juniorId === undefined || seniorId === undefined || juniorId === seniorId)
      throw errors.subordination_unclear();
    const both = await this.holders.both(tx, { juniorId, seniorId }, at);
    const live = both?.junior.state === 'live' && both.senior.state === 'live';
    if (!both || !live || !meet(both.junior, both.senior)) throw errors.subordination_unclear();
    const holders = { junior: holdersOf(both.junior), senior: holdersOf(both.senior) };
    const side = proposingSide(holders, actor.organisationId);
    if (side === null) throw errors.subordination_no_side();
    const { userId: byUser, organisationId: byOrganisation } = actor;
    const proposed = { step: 'propose', side, at, byOrganisation } as const;
    const made: Subordination = {
      ...{ id: newId<'subordination'>(shardOf(juniorId)), juniorId, juniorNumber, seniorId, seniorNumber },
      ...{ terms, state: 'proposed', version: 1, steps: [proposed] },
    };
    await this.store.add(tx, made, { ...proposed, subordinationId: made.id, version: 1, byUser });
    await this.audit.record(tx, actor, [
      {
        action: 'registry.subordination_proposed',
        subjectType: 'registry.subordination',
        subjectId: made.id,
        subjectVersion: 1,
        visibleTo: [...new Set([...holders.junior, ...holders.senior])],
        details: { juniorNumber, seniorNumber },
      },
    ]);
    return subordinationAnswer(made, holders, actor);
  }
}
