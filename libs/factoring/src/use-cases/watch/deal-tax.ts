// The tax checks of a deal: where its invoices stand, on what a payout rests by that, and asking for all of them.
import { Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { type Actor, type Command, Db, EVERYONE, Once, type Reads, scopeOf, type Tx } from '#platform';
import { AskTaxBureau, type TaxAsked, TaxChecks, type TaxPanel, type TaxStanding } from '#receivables';
import type { Deal } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { type TaxBasis, type TaxGround, taxGroundOf } from '../../domain/watch/tax-basis';
import { Deals } from '../deals/deals';

export interface DealTaxShown {
  readonly dealId: string;
  readonly basis: TaxBasis;
  readonly waiverReason: string | null;
  readonly waivedAt: string | null;
  readonly items: readonly TaxPanel[];
  readonly actions: readonly string[];
}

const ASKED_AGAIN: ReadonlySet<TaxStanding> = new Set(['good', 'stale', 'unchecked']);

@Injectable()
export class DealTax {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly deals: Deals,
    private readonly checks: TaxChecks,
    private readonly asking: AskTaxBureau,
  ) {}

  /** @throws factoring.deal_not_found (404) */
  async ofDeal(actor: Actor, dealId: string): Promise<DealTaxShown> {
    const [deal] = await this.deals.byIds(this.db.reads, scopeOf(actor), [dealId]);
    if (!deal) throw errors.deal_not_found();
    return this.shown(this.db.reads, actor, deal);
  }

  /** On what a payout of the deal would rest now. */
  async basis(on: Reads, deal: Deal): Promise<TaxBasis> {
    return (await this.ground(on, deal)).basis;
  }

  async ground(on: Reads, deal: Deal): Promise<TaxGround> {
    const standings = await this.checks.standings(on, await this.receivableIds(on, deal));
    return taxGroundOf([...standings.values()], deal.taxWaivedAt);
  }

  /**
   * Before a payout every invoice is asked about again, as far as the quota goes: a supplier can reverse one an hour after
   * a good answer. A bad answer stands as it is.
   */
  async askForPayout(tx: Tx, by: By, deal: Deal): Promise<void> {
    const standings = await this.checks.standings(tx, await this.receivableIds(tx, deal));
    const ids = [...standings].flatMap(([id, { standing }]) => (ASKED_AGAIN.has(standing) ? [id] : []));
    await this.asking.execute(tx, by, 'payout', ids);
  }

  /** All invoices of a deal. @throws factoring.deal_not_found (404), the refusal of the first when none can be asked */
  async ask(command: Command, dealId: string): Promise<DealTaxShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const deal = await this.own(tx, actor, dealId);
      const asked = await this.asking.execute(tx, actor, 'request', await this.receivableIds(tx, deal));
      const refusal = refusedAll(asked);
      if (refusal) throw refusal;
      return this.shown(tx, actor, deal);
    });
  }

  /** Locked, and the financier's own. @throws factoring.deal_not_found (404) */
  async own(tx: Tx, actor: Actor, dealId: string): Promise<Deal> {
    const [deal] = await this.deals.lock(tx, actor.scope, [dealId]);
    if (deal?.financierId !== actor.organisationId) throw errors.deal_not_found();
    return deal;
  }

  private async receivableIds(on: Reads, { id }: Deal): Promise<string[]> {
    return (await this.deals.items(on, [id])).map(({ receivableId }) => receivableId);
  }

  async shown(on: Reads, actor: Actor, deal: Deal): Promise<DealTaxShown> {
    const items = await this.checks.panels(on, EVERYONE, await this.receivableIds(on, deal));
    const basis = await this.basis(on, deal);
    const may = (permission: string) =>
      actor.organisationId === deal.financierId && actor.permissions.has(permission);
    const canAsk = items.some(
      ({ standing, left }) => standing !== 'no_bureau' && standing !== 'not_verifiable' && left > 0,
    );
    return {
      ...{ dealId: deal.id, basis, items },
      waiverReason: deal.taxWaiverReason,
      waivedAt: deal.taxWaivedAt?.toISOString() ?? null,
      actions: [
        ...(canAsk && may('deal.verify') ? ['check_tax'] : []),
        ...(basis === 'missing' && may('tax.waive') ? ['waive_tax'] : []),
      ],
    };
  }
}

function refusedAll(asked: readonly TaxAsked[]) {
  return asked.every(({ refusal }) => refusal !== null) ? (asked[0]?.refusal ?? null) : null;
}
