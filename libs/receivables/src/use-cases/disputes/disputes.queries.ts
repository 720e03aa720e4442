// Disputes as those see them whom they concern: supplier, debtor, the financiers of the receivable, and the operator.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { type Actor, Db, EVERYONE, type Page, pageOf, type Reads } from '#platform';
import { type DisputeFilter, DisputeStore } from '../../data/confirmation/dispute.store';
import { ReceivableStore } from '../../data/receivable.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { type Dispute, type Side, stepsOf } from '../../domain/dispute';

type Hidden = 'openedBy' | 'answeredBy' | 'escalatedBy' | 'closedBy';
type Instants = 'openedAt' | 'answeredAt' | 'escalatedAt' | 'closedAt';

/** Organisations are named, people are not. */
export interface DisputeShown extends Omit<Dispute, Hidden | Instants> {
  readonly invoiceNumber: string;
  readonly supplierName: string;
  readonly debtorName: string;
  readonly causedByName: string;
  /** Null: the platform itself found it. */
  readonly openedByName: string | null;
  readonly closedByName: string | null;
  readonly openedAt: string;
  readonly answeredAt: string | null;
  readonly escalatedAt: string | null;
  readonly closedAt: string | null;
  readonly actions: readonly string[];
}

@Injectable()
export class DisputeQueries {
  constructor(
    private readonly db: Db,
    private readonly disputes: DisputeStore,
    private readonly receivables: ReceivableStore,
    private readonly organisations: Organisations,
  ) {}

  async page(actor: Actor, filter: DisputeFilter): Promise<Page<DisputeShown>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.disputes.page(on, actor.scope, filter), filter);
    return { items: await this.show(on, actor, items), next };
  }

  /** @throws receivables.dispute_not_found (404), also for one that concerns others */
  async byId(on: Reads, actor: Actor, id: string): Promise<DisputeShown> {
    const found = await this.disputes.byId(on, actor.scope, id);
    const [shown] = await this.show(on, actor, found ? [found] : []);
    if (!shown) throw errors.dispute_not_found({ disputeId: id });
    return shown;
  }

  private async show(on: Reads, actor: Actor, disputes: readonly Dispute[]): Promise<DisputeShown[]> {
    if (disputes.length === 0) return [];
    const receivables = await this.receivables.byIds(
      on,
      EVERYONE,
      disputes.map(({ receivableId }) => receivableId),
    );
    const numbers = new Map<string, string>(receivables.map(({ id, invoiceNumber }) => [id, invoiceNumber]));
    const parties = disputes.flatMap((one) => [
      ...[one.supplierId, one.debtorId, one.causedBy],
      ...(one.openedByOrganisation === null ? [] : [one.openedByOrganisation]),
      ...(one.closedByOrganisation === null ? [] : [one.closedByOrganisation]),
    ]);
    const names = await this.organisations.byIds(on, [...new Set(parties)]);
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    return disputes.map((one) => shownTo(actor, one, numbers.get(one.receivableId) ?? '', nameOf));
  }
}

export const sideOf = ({ organisationId, scope }: Actor): Side => ({
  organisationId,
  isOperator: scope.organisations === 'all',
});

function shownTo(
  actor: Actor,
  dispute: Dispute,
  invoiceNumber: string,
  nameOf: (id: string) => string,
): DisputeShown {
  const { id, receivableId, supplierId, debtorId, cause, causedBy, openedByOrganisation } = dispute;
  const { reason, note, amount, currency, holds, state, answer, closedByOrganisation } = dispute;
  const { closingReason, closingNote, version } = dispute;
  return {
    ...{ id, receivableId, supplierId, debtorId, cause, causedBy, openedByOrganisation, invoiceNumber },
    ...{ reason, note, amount, currency, holds, state, answer, closedByOrganisation },
    ...{ closingReason, closingNote, version },
    supplierName: nameOf(supplierId),
    debtorName: nameOf(debtorId),
    causedByName: nameOf(causedBy),
    openedByName: openedByOrganisation === null ? null : nameOf(openedByOrganisation),
    closedByName: closedByOrganisation === null ? null : nameOf(closedByOrganisation),
    openedAt: dispute.openedAt.toISOString(),
    answeredAt: dispute.answeredAt?.toISOString() ?? null,
    escalatedAt: dispute.escalatedAt?.toISOString() ?? null,
    closedAt: dispute.closedAt?.toISOString() ?? null,
    actions: actor.permissions.has('dispute.settle') ? stepsOf(dispute, sideOf(actor)) : [],
  };
}
