// The financier acknowledges that a receivable of its deal is worth less. When every deal on it has, the receivable is
// what the debtor confirmed again, with the reduced amount.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { newLockOrder } from '#config/lock-order';
import { newId, shardOf } from '#kernel';
import { type Actor, type Command, EVERYONE, Once, type Tx } from '#platform';
import { type Correction, type Receivable, Receivables } from '#receivables';
import { DilutionStore } from '../../data/watch/dilution.store';
import type { Deal } from '../../domain/deal';
import { errors as dealErrors } from '../../domain/errors';
import { type Acknowledgement, allAcknowledged, isAcknowledged } from '../../domain/watch/dilution';
import { errors } from '../../domain/watch/errors';
import { DatedRules } from '../dated-rules';
import { Deals } from '../deals/deals';

export interface DilutionAcknowledged {
  readonly dealId: string;
  readonly receivableId: string;
  readonly reason: string;
  readonly acknowledgedAt: string;
  /** Whether the receivable is free again; other deals on it may still have to acknowledge. */
  readonly released: boolean;
}

@Injectable()
export class AcknowledgeDilution {
  constructor(
    private readonly once: Once,
    private readonly deals: Deals,
    private readonly dilutions: DilutionStore,
    private readonly receivables: Receivables,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws factoring.deal_not_found, deal_item_not_found (404), dilution_not_open (409),
   *   dilution_own_acknowledgement (422)
   */
  async execute(
    command: Command,
    dealId: string,
    { receivableId, reason }: { readonly receivableId: string; readonly reason: string },
  ): Promise<DilutionAcknowledged> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const { deals, deal, receivable, last } = await this.lock(tx, actor, dealId, receivableId);
      const given = await this.dilutions.ofReceivables(tx, EVERYONE, [receivableId]);
      if (receivable.state !== 'frozen' || !last || isAcknowledged(dealId, last.id, given))
        throw errors.dilution_not_open();
      if (receivable.supplierId === actor.organisationId) throw errors.dilution_own_acknowledgement();
      const acknowledgement: Acknowledgement = {
        ...{ id: newId(shardOf(dealId)), dealId, receivableId, correctionId: last.id, reason },
        ...{ causedBy: receivable.supplierId, acknowledgedBy: actor.userId },
        ...{ acknowledgedByOrganisation: actor.organisationId, acknowledgedAt: this.rules.now() },
      };
      await this.dilutions.add(tx, acknowledgement);
      await this.tell(tx, actor, deal, acknowledgement);
      const released = allAcknowledged(deals, last.id, [...given, acknowledgement]);
      if (released) await this.receivables.release(tx, actor, receivable);
      if (deal.frozenByCorrectionId !== null && !(await this.isDilutedElsewhere(tx, deal, receivableId)))
        await this.dilutions.unfreeze(tx, dealId);
      const acknowledgedAt = acknowledgement.acknowledgedAt.toISOString();
      return { dealId, receivableId, reason, acknowledgedAt, released };
    });
  }

  /** All deals on the receivable are locked, for the last one to acknowledge releases it. */
  private async lock(tx: Tx, actor: Actor, dealId: string, receivableId: string) {
    const locking = newLockOrder();
    locking('deal');
    const [own] = await this.deals.byIds(tx, actor.scope, [dealId]);
    if (own?.financierId !== actor.organisationId) throw dealErrors.deal_not_found();
    const ids = await this.dilutions.dealsOn(tx, EVERYONE, receivableId);
    if (!ids.includes(dealId)) throw errors.deal_item_not_found();
    const deals = await this.deals.lock(tx, EVERYONE, ids);
    locking('receivable');
    const [receivable] = await this.receivables.lock(tx, [receivableId]);
    const deal = deals.find(({ id }) => id === dealId);
    if (!deal || !receivable) throw dealErrors.deal_not_found();
    const last = (await this.receivables.correctionsOf(tx, [receivableId])).at(-1);
    return { deals, deal, receivable, last };
  }

  private async tell(tx: Tx, by: By, deal: Deal, given: Acknowledgement): Promise<void> {
    const { receivableId, correctionId, reason } = given;
    await this.audit.record(tx, by, [
      {
        action: 'factoring.dilution_acknowledged',
        subjectType: 'deal',
        subjectId: deal.id,
        subjectVersion: await this.deals.bump(tx, deal),
        details: { receivableId, correctionId, reason },
        visibleTo: [deal.supplierId, deal.financierId],
      },
    ]);
  }

  /** Another receivable of the deal is frozen, and the deal has not acknowledged that. */
  private async isDilutedElsewhere(tx: Tx, deal: Deal, receivableId: string): Promise<boolean> {
    const others = (await this.deals.items(tx, [deal.id])).flatMap((item) =>
      item.receivableId === receivableId ? [] : [item.receivableId],
    );
    const given = await this.dilutions.ofReceivables(tx, EVERYONE, others);
    const corrections = await this.receivables.correctionsOf(tx, others);
    const states = await this.receivables.byIds(tx, EVERYONE, others);
    return states.some((one) => isOpenFor(deal.id, one, corrections, given));
  }
}

/** Whether a dilution of the receivable awaits the acknowledgement of the deal. @param corrections in their order */
export function isOpenFor(
  dealId: string,
  { id, state }: Pick<Receivable, 'id' | 'state'>,
  corrections: readonly Correction[],
  given: readonly Acknowledgement[],
): boolean {
  const last = corrections.findLast(({ receivableId }) => receivableId === id);
  return state === 'frozen' && last !== undefined && !isAcknowledged(dealId, last.id, given);
}
