// What supplier and financier see of the dilution of a deal, and what still awaits the financier's acknowledgement.
import { Injectable } from '@nestjs/common';
import { money, type Money, sumMoney } from '#kernel';
import { type Actor, Db, EVERYONE, scopeOf } from '#platform';
import { type Correction, type Receivable, Receivables, type ReceivableState } from '#receivables';
import { DilutionStore } from '../../data/watch/dilution.store';
import type { Deal, DealItem } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { type Acknowledgement, holdsClaim } from '../../domain/watch/dilution';
import { Deals } from '../deals/deals';
import { isOpenFor } from './acknowledge-dilution';

export interface AcknowledgementShown {
  readonly reason: string;
  readonly acknowledgedAt: string;
}
export interface DilutedItem {
  readonly receivableId: string;
  readonly invoiceNumber: string;
  readonly state: ReceivableState;
  /** Assigned in this deal. */
  readonly amount: Money;
  readonly payable: Money;
  readonly credited: Money;
  readonly excess: Money;
  readonly lastNumber: string;
  /** Waits for the financier's acknowledgement. */
  readonly open: boolean;
  readonly acknowledgements: readonly AcknowledgementShown[];
}
export interface DealDilution {
  readonly dealId: string;
  readonly items: readonly DilutedItem[];
  readonly actions: readonly string[];
}

@Injectable()
export class DilutionQueries {
  constructor(
    private readonly db: Db,
    private readonly deals: Deals,
    private readonly dilutions: DilutionStore,
    private readonly receivables: Receivables,
  ) {}

  /** @throws factoring.deal_not_found (404) */
  async ofDeal(actor: Actor, dealId: string): Promise<DealDilution> {
    const on = this.db.reads;
    const [deal] = await this.deals.byIds(on, scopeOf(actor), [dealId]);
    if (!deal) throw errors.deal_not_found();
    const items = await this.deals.items(on, [dealId]);
    const ids = items.map(({ receivableId }) => receivableId);
    const given = await this.dilutions.ofReceivables(on, scopeOf(actor), ids);
    const corrections = await this.receivables.correctionsOf(on, ids);
    const receivables = await this.receivables.byIds(on, EVERYONE, ids);
    const shown = items.flatMap((item) => {
      const receivable = receivables.find(({ id }) => id === item.receivableId);
      return receivable ? dilutedItem(deal, item, receivable, corrections, given) : [];
    });
    const may =
      actor.permissions.has('dilution.acknowledge') && actor.organisationId === deal.financierId
        ? ['acknowledge_dilution']
        : [];
    return { dealId, items: shown, actions: shown.some(({ open }) => open) ? may : [] };
  }
}

function dilutedItem(
  deal: Deal,
  item: DealItem,
  receivable: Receivable,
  corrections: readonly Correction[],
  given: readonly Acknowledgement[],
): DilutedItem[] {
  const own = corrections.filter(({ receivableId }) => receivableId === item.receivableId);
  const last = own.at(-1);
  if (!last) return [];
  const { currency } = deal;
  const sum = (amounts: readonly Money[]) => sumMoney(amounts, currency);
  return [
    {
      ...{ receivableId: item.receivableId, invoiceNumber: item.invoiceNumber, state: receivable.state },
      ...{ amount: money(item.amount, currency), payable: receivable.payable, lastNumber: last.number },
      credited: sum(own.map(({ amount }) => amount)),
      excess: sum(own.map(({ excess }) => excess)),
      open: holdsClaim(deal) && isOpenFor(deal.id, receivable, own, given),
      acknowledgements: given
        .filter((one) => one.dealId === deal.id && one.receivableId === item.receivableId)
        .map(({ reason, acknowledgedAt }) => ({ reason, acknowledgedAt: acknowledgedAt.toISOString() })),
    },
  ];
}
