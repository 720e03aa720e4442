// A side of an agreement on ranks answers: to a proposal, or to the wish that it end.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { SubordinationStore } from '../../data/priority/subordination.store';
import { errors } from '../../domain/errors';
import { instantText, microsFromText, microsOf } from '../../domain/filing-time';
import { MOVES, sideFor, type Step, type Subordination } from '../../domain/subordination/subordination';
import { SubordinationHolders } from './holders';
import { type SubordinationAnswer, subordinationAnswer } from './subordinations.queries';

const ACTIONS: Readonly<Record<Step, string>> = {
  agree: 'registry.subordination_agreed',
  decline: 'registry.subordination_declined',
  withdraw: 'registry.subordination_withdrawn',
  ask_end: 'registry.subordination_end_asked',
  agree_end: 'registry.subordination_ended',
  keep: 'registry.subordination_kept',
};

@Injectable()
export class TakeSubordinationStep {
  constructor(
    private readonly once: Once,
    private readonly store: SubordinationStore,
    private readonly holders: SubordinationHolders,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws registry.subordination_not_found (404), subordination_not_open (409), subordination_other_side,
   *   subordination_unclear (422: it is agreed only while both registrations live)
   */
  execute(command: Command, id: string, step: Step): Promise<SubordinationAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.store.lock(tx, actor.scope, id);
      if (!found) throw errors.subordination_not_found();
      const at = this.timeAfter(found);
      const both = await this.holders.both(tx, found, at);
      if (step === 'agree' && !(both?.junior.state === 'live' && both.senior.state === 'live'))
        throw errors.subordination_unclear();
      const holders = (await this.holders.of(tx, [found], at))(found);
      const answer = sideFor(step, found, holders, actor.organisationId);
      if ('refused' in answer) throw answer.refused;
      const taken = { step, side: answer.side, at, byOrganisation: actor.organisationId };
      const version = found.version + 1;
      const state = MOVES[step].to;
      await this.store.take(tx, { ...taken, subordinationId: id, version, byUser: actor.userId }, state);
      const { juniorNumber, seniorNumber } = found;
      await this.audit.record(tx, actor, [
        {
          action: ACTIONS[step],
          subjectType: 'registry.subordination',
          subjectId: id,
          subjectVersion: version,
          visibleTo: [...new Set([...holders.junior, ...holders.senior])],
          details: { juniorNumber, seniorNumber },
        },
      ]);
      const after: Subordination = { ...found, state, version, steps: [...found.steps, taken] };
      return subordinationAnswer(after, holders, actor);
    });
  }

  /** Steps of one agreement have one order, whatever the clock says. */
  private timeAfter({ steps }: Subordination): string {
    const now = microsOf(this.clock.now());
    const last = steps.at(-1);
    const earliest = last ? microsFromText(last.at) + 1n : now;
    return instantText(now > earliest ? now : earliest);
  }
}
