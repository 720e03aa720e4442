// The organisation that was given a mandate accepts it or declines it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { MandateStore } from '../../data/mandates/mandate.store';
import { errors } from '../../domain/mandates/errors';
import { assertMandateAnswer, type Mandate } from '../../domain/mandates/mandate';
import { MandateQueries, type MandateShown } from './mandates.queries';

export interface MandateAnswer {
  readonly answer: 'accepted' | 'declined';
  /** Needed when it is declined. */
  readonly reason?: string | null;
}

@Injectable()
export class AnswerMandate {
  constructor(
    private readonly once: Once,
    private readonly mandates: MandateStore,
    private readonly queries: MandateQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.mandate_not_found (404), mandate_decided (409), mandate_own, mandate_reason_missing (422) */
  async execute(
    command: Command,
    id: string,
    { answer, reason = null }: MandateAnswer,
  ): Promise<MandateShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.mandates.lock(tx, actor.scope, id);
      if (!found) throw errors.mandate_not_found();
      assertMandateAnswer(found, answer, reason, actor);
      const answered: Mandate = {
        ...{ ...found, state: answer, reason, version: found.version + 1 },
        ...{ answeredBy: actor.userId, answeredAt: this.clock.now() },
      };
      await this.mandates.answer(tx, answered);
      const { principalId, agentId } = answered;
      await this.audit.record(tx, actor, [
        {
          action: answer === 'accepted' ? 'parties.mandate_accepted' : 'parties.mandate_declined',
          subjectType: 'mandate',
          subjectId: id,
          subjectVersion: answered.version,
          details: { principalId, agentId, reason },
          visibleTo: [principalId],
        },
      ]);
      return this.queries.one(tx, actor, answered);
    });
  }
}
