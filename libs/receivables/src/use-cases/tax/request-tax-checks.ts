// A supplier has its invoices checked, the operator anybody's: one or up to a thousand at once.
import { Injectable } from '@nestjs/common';
import { type Command, Once } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { faultView, type ItemFault, refuseWhenNothingDone } from '../../domain/bulk';
import { errors } from '../../domain/errors';
import { AskTaxBureau } from './ask-tax-bureau';

export interface TaxCheckRequested {
  readonly receivableId: string;
  readonly outcome: 'asked' | 'refused';
  readonly checkId: string | null;
  readonly error: ItemFault | null;
}

@Injectable()
export class RequestTaxChecks {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly asking: AskTaxBureau,
  ) {}

  /** One result per receivable, in order; refused as a whole when nothing could be asked. */
  async execute(command: Command, receivableIds: readonly string[]): Promise<{ items: TaxCheckRequested[] }> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const seen = await this.receivables.byIds(tx, actor.scope, receivableIds);
      const asked = await this.asking.execute(
        tx,
        actor,
        'request',
        seen.map(({ id }) => id),
      );
      const found = new Map(asked.map((one) => [one.receivableId, one]));
      const faults = receivableIds.map((receivableId) => {
        const one = found.get(receivableId);
        return one ? (one.refusal ?? undefined) : errors.receivable_not_found({ receivableId });
      });
      refuseWhenNothingDone(faults);
      return {
        items: receivableIds.map((receivableId, index): TaxCheckRequested => {
          const fault = faults[index];
          if (fault) return { receivableId, outcome: 'refused', checkId: null, error: faultView(fault) };
          const checkId = found.get(receivableId)?.checkId ?? null;
          return { receivableId, outcome: 'asked', checkId, error: null };
        }),
      };
    });
  }
}
