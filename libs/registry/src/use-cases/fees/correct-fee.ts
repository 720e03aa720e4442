// Puts right what a charge comes to. The charge stays as it was: its difference is a further line, which falls in the month
// in which it is corrected, because statements of earlier months have gone out.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, type Money, money, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { type FeeLine, FeeStore } from '../../data/fees/fee.store';
import { errors } from '../../domain/errors';
import { correctionOf } from '../../domain/fees/fee';
import { instantText, microsOf } from '../../domain/filing-time';
import { type FeeShown, feeShown } from './fees.queries';

export interface Correction {
  /** What the charge is to come to. */
  readonly amount: Money;
  readonly reason: string;
  /** The last correction that was seen; 0 when there was none. */
  readonly seen: number;
}

@Injectable()
export class CorrectFee {
  constructor(
    private readonly once: Once,
    private readonly fees: FeeStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws registry.fee_not_found (404), registry.fee_changed (409), registry.fee_malformed, registry.fee_unchanged (422)
   */
  async execute(command: Command, chargeId: string, correction: Correction): Promise<FeeShown> {
    const { actor } = command;
    const { reason, seen } = correction;
    const right = money(correction.amount.amount, correction.amount.currency);
    return this.once.run(command, async (tx) => {
      const last = await this.fees.latest(tx, actor.scope, chargeId);
      if (!last) throw errors.fee_not_found({ id: chargeId });
      if (last.correction !== seen) throw errors.fee_changed({ correction: last.correction });
      const line: FeeLine = {
        ...last,
        id: newId<'fee'>(shardOf(chargeId)),
        correction: last.correction + 1,
        amount: correctionOf(last.owed, right),
        chargedAt: instantText(microsOf(this.clock.now())),
        byUser: actor.userId,
        reason,
      };
      if (!(await this.fees.add(tx, [line]))) throw errors.fee_changed({ correction: line.correction });
      await this.audit.record(tx, actor, [
        {
          action: 'registry.fee_corrected',
          ...{ subjectType: 'registry.fee', subjectId: chargeId, subjectVersion: line.correction },
          details: { number: line.number, from: last.owed.amount, to: right.amount, reason },
          visibleTo: [line.organisationId],
        },
      ]);
      return feeShown({ ...line, owed: right, isLatest: true }, actor);
    });
  }
}
