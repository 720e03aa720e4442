// A supplier offers receivables to chosen financiers. Nothing is held by that: several requests may name one
// receivable, and acceptance decides.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { dateOf, invariant, money, newId, shardFor, sumMoney } from '#kernel';
import { isFinancier, Organisations } from '#parties';
import { type Command, Once, type Tx } from '#platform';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';
import { defaultClosing, type FinancingRequest, firstOf, refuseClosing } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import { type AskedReceivable, OfferableReceivables, type OfferedItem } from './offerable-receivables';
import { RequestQueries, type RequestView } from './requests.queries';

export interface RequestInput {
  readonly receivables: readonly AskedReceivable[];
  readonly financierIds: readonly string[];
  /** RFC 3339; absent: the parameter factoring.request_open_days from now. */
  readonly closesAt?: string | undefined;
}

@Injectable()
export class OpenRequest {
  constructor(
    private readonly once: Once,
    private readonly requests: RequestStore,
    private readonly offerable: OfferableReceivables,
    private readonly organisations: Organisations,
    private readonly rules: DatedRules,
    private readonly queries: RequestQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Refuses with factoring.items_refused (422), which names each receivable and why, and with
   * factoring.financier_unknown, closing_in_past, closing_after_due (422) or receivable_not_found (404).
   */
  async execute(command: Command, input: RequestInput): Promise<RequestView> {
    return this.once.run(command, async (tx) => {
      const { actor } = command;
      const now = this.rules.now();
      const items = await this.offerable.itemsOf(tx, actor, input.receivables, dateOf(now));
      const financierIds = [...new Set(input.financierIds)].sort();
      await this.assertFinanciers(tx, actor.organisationId, financierIds);
      const request = await this.requestOf(tx, command, items, input.closesAt, now);
      await this.requests.add(
        tx,
        request,
        items.map((item) => ({ ...item, requestId: request.id })),
        financierIds,
      );
      const { id, totalAmount, currency, closesAt } = request;
      await this.audit.record(tx, actor, [
        {
          action: 'factoring.request_opened',
          subjectType: 'financing_request',
          subjectId: id,
          subjectVersion: 1,
          details: {
            totalAmount,
            currency,
            closesAt: closesAt.toISOString(),
            financierIds,
            receivableIds: items.map(({ receivableId }) => receivableId),
          },
        },
      ]);
      return this.queries.view(tx, actor, request);
    });
  }

  private async assertFinanciers(tx: Tx, supplierId: string, ids: readonly string[]): Promise<void> {
    const found = await this.organisations.byIds(tx, ids);
    const unknown = ids.find((id) => {
      const organisation = found.get(id);
      return (
        id === supplierId || organisation?.status !== 'active' || !isFinancier(organisation.capabilities)
      );
    });
    if (unknown) throw errors.financier_unknown({ financierId: unknown });
  }

  private async requestOf(
    tx: Tx,
    { actor }: Command,
    items: readonly OfferedItem[],
    closesAt: string | undefined,
    now: Date,
  ): Promise<FinancingRequest> {
    const firstDueDate = firstOf(items.map(({ dueDate }) => dueDate));
    const [first] = items;
    invariant(first && firstDueDate, 'a request has items');
    const { currency } = first;
    const openDays = await this.rules.requestOpenDays(tx, dateOf(now));
    const closing = closesAt ? new Date(closesAt) : defaultClosing(now, openDays, firstDueDate);
    const refusal = refuseClosing(closing, firstDueDate, now);
    if (refusal) throw refusal;
    const total = sumMoney(
      items.map(({ amount }) => money(amount, currency)),
      currency,
    );
    return {
      id: newId(shardFor(actor.organisationId)),
      supplierId: actor.organisationId,
      currency,
      state: 'open',
      closesAt: closing,
      totalAmount: total.amount,
      itemCount: items.length,
      firstDueDate,
      worstGrade: await this.offerable.worstGrade(
        tx,
        items.map(({ receivableId }) => receivableId),
      ),
      createdBy: actor.userId,
      createdAt: now,
      endedAt: null,
      version: 1,
    };
  }
}
