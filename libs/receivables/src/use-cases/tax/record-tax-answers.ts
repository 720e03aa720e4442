// Writes down what the tax bureau answered. An invoice that it holds as void or reversed is corrected as if the paper
// itself had come in: it is reduced, and frozen where it is financed, of which the financier is told.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { addMoney, type Money, zero } from '#kernel';
import { Organisations } from '#parties';
import { EVERYONE, type Tx } from '#platform';
import { CorrectionStore } from '../../data/correction.store';
import { ReceivableStore } from '../../data/receivable.store';
import { TaxCheckStore, type TaxResult } from '../../data/tax/tax-check.store';
import type { Receivable } from '../../domain/receivable';
import type { TaxReply } from '../../domain/tax/tax-bureau';
import { judgeAnswer, type TaxVerdict } from '../../domain/tax/tax-check';
import { correctingOf } from '../../domain/tax/tax-correction';
import { TakeInCorrections } from '../corrections/take-in-corrections';
import { TaxRules } from './tax-rules';

export interface AnsweredCheck extends TaxReply {
  readonly checkId: string;
}
interface Judged {
  readonly checkId: string;
  readonly receivable: Receivable;
  readonly verdict: TaxVerdict;
  readonly result: TaxResult;
}

@Injectable()
export class RecordTaxAnswers {
  constructor(
    private readonly checks: TaxCheckStore,
    private readonly receivables: ReceivableStore,
    private readonly organisations: Organisations,
    private readonly booked: CorrectionStore,
    private readonly corrections: TakeInCorrections,
    private readonly rules: TaxRules,
    private readonly audit: AuditLog,
  ) {}

  /** Answers to checks that are unknown or answered already count for nothing; the ids of the others come back. */
  async execute(tx: Tx, by: By, answers: readonly AnsweredCheck[]): Promise<ReadonlySet<string>> {
    const judged = await this.judge(tx, by, answers);
    const written = await this.checks.answer(
      tx,
      judged.map(({ result }) => result),
    );
    const fresh = judged.filter(({ checkId }) => written.has(checkId));
    await this.correct(tx, fresh);
    await this.audit.record(
      tx,
      by,
      fresh.map(({ checkId, receivable, result }) => ({
        action: 'receivables.tax_check_answered',
        subjectType: 'tax_check',
        subjectId: checkId,
        subjectVersion: 2,
        details: {
          receivableId: receivable.id,
          ...{ kind: result.kind, differing: result.differing, why: result.why },
          ...{ redAmount: result.redAmount, redNumber: result.redNumber, rawHash: result.rawHash },
        },
        visibleTo: [receivable.supplierId],
      })),
    );
    return written;
  }

  private async judge(tx: Tx, by: By, answers: readonly AnsweredCheck[]): Promise<Judged[]> {
    const ids = answers.map(({ checkId }) => checkId);
    const open = await this.checks.unanswered(tx, EVERYONE, answers.length, ids);
    const receivableIds = open.map(({ receivableId }) => receivableId);
    const receivables = new Map<string, Receivable>(
      (await this.receivables.byIds(tx, EVERYONE, receivableIds)).map((one) => [one.id, one]),
    );
    const identifiers = await this.identifiers(tx, [...receivables.values()]);
    const credited = await this.credited(tx, receivableIds);
    const receivableOf = new Map(open.map((one) => [one.id, receivables.get(one.receivableId)]));
    return answers.flatMap(({ checkId, answer, raw }): Judged[] => {
      const receivable = receivableOf.get(checkId);
      if (!receivable) return [];
      const { issueDate, registered: total, supplierId, debtorId } = receivable;
      const known = {
        ...{ issueDate, total, credited: credited.get(receivable.id) ?? zero(total.currency) },
        sellerIds: identifiers.get(supplierId) ?? [],
        buyerIds: identifiers.get(debtorId) ?? [],
      };
      const verdict = judgeAnswer(known, answer);
      const { kind, differing, red, why } = verdict;
      const result: TaxResult = {
        ...{ checkId, kind, differing, why, importedBy: by.userId, answeredAt: this.rules.now() },
        ...{ redAmount: red?.amount.amount ?? null, redNumber: red?.number ?? null },
        rawHash: createHash('sha256').update(raw).digest('hex'),
      };
      return [{ checkId, receivable, verdict, result }];
    });
  }

  private async identifiers(tx: Tx, receivables: readonly Receivable[]): Promise<Map<string, string[]>> {
    const ids = receivables.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]);
    const found = await this.organisations.byIds(tx, [...new Set(ids)]);
    return new Map([...found].map(([id, one]) => [id, one.identifiers.map(({ value }) => value)]));
  }

  private async credited(tx: Tx, receivableIds: readonly string[]): Promise<Map<string, Money>> {
    const sums = new Map<string, Money>();
    for (const { receivableId, amount } of await this.booked.ofReceivables(tx, EVERYONE, receivableIds)) {
      const sum = sums.get(receivableId);
      sums.set(receivableId, sum ? addMoney(sum, amount) : amount);
    }
    return sums;
  }

  /** By ascending supplier, since each supplier's corrections wait for their turn. */
  private async correct(tx: Tx, judged: readonly Judged[]): Promise<void> {
    const suppliers = [...new Set(judged.map(({ receivable }) => receivable.supplierId))].sort();
    for (const supplierId of suppliers) {
      const wanted = judged
        .filter(({ receivable }) => receivable.supplierId === supplierId)
        .flatMap(({ receivable, verdict, result }) => {
          const correcting = correctingOf(receivable, verdict, result.answeredAt);
          return correcting ? [{ correcting, documentId: receivable.documentId }] : [];
        });
      await this.corrections.execute(
        tx,
        { userId: null, organisationId: supplierId, supplierId },
        wanted,
        [],
      );
    }
  }
}
