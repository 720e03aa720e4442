// Puts questions to the tax bureau down, each within the quota of its invoice. The bureau itself is asked later, outside
// the transaction, by a job that is stored with the question.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type DomainError, newId, shardOf } from '#kernel';
import { EVERYONE, Events, type Tx } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { type TaxCheck, TaxCheckStore } from '../../data/tax/tax-check.store';
import { claimKeyOf, type Receivable } from '../../domain/receivable';
import { isDueAgain, refuseAsking, type TaxReason } from '../../domain/tax/tax-check';
import { taxCheckAsked } from '../../receivables.events';
import { TaxRules } from './tax-rules';

/** What became of one question: the check, or why there is none. */
export interface TaxAsked {
  readonly receivableId: string;
  readonly checkId: string | null;
  readonly refusal: DomainError | null;
}

@Injectable()
export class AskTaxBureau {
  constructor(
    private readonly receivables: ReceivableStore,
    private readonly checks: TaxCheckStore,
    private readonly rules: TaxRules,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** One answer per receivable that is there, by ascending id. Locks the receivables, so that the quota is kept. */
  async execute(tx: Tx, by: By, reason: TaxReason, receivableIds: readonly string[]): Promise<TaxAsked[]> {
    const locked = await this.receivables.lock(tx, EVERYONE, receivableIds);
    const numbers = await this.rules.numbers(tx);
    const keys = locked.map(claimKeyOf);
    const asked = await this.checks.askedOn(tx, numbers.today, keys);
    const ids = locked.map(({ id }) => id);
    const latest = new Map(
      (await this.checks.ofReceivables(tx, EVERYONE, ids, 1)).map((one) => [one.receivableId, one]),
    );
    const bureau = this.rules.bureau?.name ?? '';
    const checks: TaxCheck[] = [];
    const outcomes = locked.map((one): TaxAsked => {
      const invoiceKey = claimKeyOf(one);
      const before = asked.get(invoiceKey) ?? 0;
      const last = latest.get(one.id);
      const waiting = last?.result === null && last.askedOn === numbers.today;
      const ground = { ...numbers, hasBureau: this.rules.bureau !== null, asked: before, waiting };
      const refusal = refuseAsking(one, ground);
      if (refusal) return { receivableId: one.id, checkId: null, refusal };
      asked.set(invoiceKey, before + 1);
      const id = newId<'tax_check'>(shardOf(one.id));
      checks.push({
        ...{ id, receivableId: one.id, invoiceKey, reason, bureau, quota: numbers.quota },
        ...{ askedOn: numbers.today, askedAt: numbers.now, ordinal: before + 1 },
        ...{ askedBy: by.userId, askedByOrganisation: by.organisationId },
      });
      return { receivableId: one.id, checkId: id, refusal: null };
    });
    await this.write(tx, by, checks, locked);
    return outcomes;
  }

  /** Of these, those whose turn it is; nothing for those that cannot be checked. */
  async executeDue(tx: Tx, by: By, receivableIds: readonly string[], most: number): Promise<number> {
    if (!this.rules.bureau) return 0;
    const { now, everyDays } = await this.rules.numbers(tx);
    const latest = new Map(
      (await this.checks.ofReceivables(tx, EVERYONE, receivableIds, 1)).map((one) => [
        one.receivableId,
        one.askedAt,
      ]),
    );
    const due = receivableIds
      .filter((id) => isDueAgain(latest.get(id) ?? null, { receivableId: id, now, everyDays }))
      .slice(0, most);
    const asked = await this.execute(tx, by, 'schedule', due);
    return asked.filter(({ checkId }) => checkId !== null).length;
  }

  private async write(
    tx: Tx,
    by: By,
    checks: readonly TaxCheck[],
    receivables: readonly Receivable[],
  ): Promise<void> {
    await this.checks.add(tx, checks);
    const supplierOf = new Map<string, string>(receivables.map(({ id, supplierId }) => [id, supplierId]));
    await this.audit.record(
      tx,
      by,
      checks.map(({ id, receivableId, reason, bureau, ordinal }) => ({
        action: 'receivables.tax_check_asked',
        subjectType: 'tax_check',
        subjectId: id,
        subjectVersion: 1,
        details: { receivableId, reason, bureau, ordinal },
        visibleTo: [supplierOf.get(receivableId) ?? ''],
      })),
    );
    await this.events.emit(
      tx,
      taxCheckAsked,
      checks.map(({ id: checkId }) => ({ checkId })),
    );
  }
}
