// Receivables as their supplier reads them: the debtor's answer without its people, and how much is still free.
import { Injectable } from '@nestjs/common';
import { compareMoney, isPositive, type Money, subtractMoney, zero } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads } from '#platform';
import { Filings } from '#registry';
import type { GradeLine } from '../data/confirmation/grade.store';
import { ReceivablePapers } from './corrections/receivable-papers';
import { type ReceivableFilter, ReceivableStore } from '../data/receivable.store';
import type { AnswerReason } from '../domain/answer';
import type { Correction } from '../domain/correction';
import { errors } from '../domain/errors';
import { assetKeyOf, financeable, type Receivable, type ReceivableState } from '../domain/receivable';
import { DuplicateQueries, type MatchShown } from './duplicates/duplicates.queries';
import { SupplierAnswers } from './evidence/supplier-answers';
import { gradeShown, type GradeShown } from './evidence/task-evidence';

export interface AnswerShown {
  readonly outcome: string;
  readonly confirmed: Money;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly answeredAt: string;
}

export interface ReceivableShown extends Omit<
  Receivable,
  'invoiceKey' | 'listedAt' | 'answeredAt' | 'createdAt'
> {
  readonly debtorName: string;
  readonly listedAt: string | null;
  readonly createdAt: string;
  readonly answer: AnswerShown | null;
  /** The contract forbids assignment: a warning, and no more (民法典 545). */
  readonly hasNoAssignmentClause: boolean;
  /** How good the evidence of the debtor's answer is. */
  readonly grade: GradeShown | null;
  readonly matches: readonly MatchShown[];
  readonly corrections: readonly CorrectionShown[];
  /** Financed already. */
  readonly claimed: Money;
  /** Confirmed and not financed yet. */
  readonly available: Money;
  readonly actions: readonly string[];
}

export type CorrectionShown = Pick<
  Correction,
  'id' | 'kind' | 'number' | 'issueDate' | 'basis' | 'amount' | 'applied' | 'excess' | 'documentId'
> & { readonly recordedAt: string };

interface Surroundings {
  readonly names: ReadonlyMap<string, { readonly legalName: string }>;
  readonly answers: ReadonlyMap<string, Pick<AnswerShown, 'reason' | 'note'>>;
  readonly grades: ReadonlyMap<string, GradeLine>;
  readonly claims: ReadonlyMap<string, { readonly claimed: Money }>;
  readonly matches: ReadonlyMap<string, readonly MatchShown[]>;
  readonly corrections: readonly Correction[];
  /** Documents that the reader may have. */
  readonly readable: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
}

@Injectable()
export class ReceivableQueries {
  constructor(
    private readonly db: Db,
    private readonly store: ReceivableStore,
    private readonly answers: SupplierAnswers,
    private readonly organisations: Organisations,
    private readonly filings: Filings,
    private readonly duplicates: DuplicateQueries,
    private readonly papers: ReceivablePapers,
  ) {}

  async page(actor: Actor, filter: ReceivableFilter): Promise<Page<ReceivableShown>> {
    const { items, next } = pageOf(await this.store.page(this.db.reads, actor.scope, filter), filter);
    return { items: await this.show(this.db.reads, actor, items), next };
  }

  /** @throws receivables.receivable_not_found, also for another tenant's */
  async byId(on: Reads, actor: Actor, id: string): Promise<ReceivableShown> {
    const [shown] = await this.show(on, actor, await this.store.byIds(on, actor.scope, [id]));
    if (!shown) throw errors.receivable_not_found({ receivableId: id });
    return shown;
  }

  private async show(
    on: Reads,
    actor: Actor,
    receivables: readonly Receivable[],
  ): Promise<ReceivableShown[]> {
    if (receivables.length === 0) return [];
    const ids = receivables.map(({ id }) => id);
    const surroundings = {
      names: await this.organisations.byIds(
        on,
        receivables.map(({ debtorId }) => debtorId),
      ),
      ...(await this.answers.of(on, actor.scope, receivables)),
      claims: await this.filings.claims(on, receivables.map(assetKeyOf)),
      matches: await this.duplicates.of(on, actor.scope, ids),
      ...(await this.papers.of(on, actor.scope, receivables)),
    };
    return receivables.map((one) => shownTo(actor, one, surroundings));
  }
}

function shownTo(actor: Actor, receivable: Receivable, around: Surroundings): ReceivableShown {
  const { id, supplierId, debtorId, documentId, invoiceNumber, typeCode, issueDate, dueDate } = receivable;
  const {
    presentedBy,
    paymentTerms,
    registered,
    payable,
    confirmed,
    duplicateHold,
    disputeHold,
    state,
    listedAt,
    answerBy,
    version,
    createdAt,
  } = receivable;
  const claimed = around.claims.get(assetKeyOf(receivable))?.claimed ?? zero(payable.currency);
  const available = free(financeable(receivable), claimed);
  return {
    ...{ id, supplierId, debtorId, documentId, invoiceNumber, typeCode, issueDate, dueDate },
    ...{ paymentTerms, registered, payable, confirmed, state, duplicateHold, disputeHold, answerBy, version },
    ...{ claimed, available, presentedBy },
    debtorName: around.names.get(debtorId)?.legalName ?? '',
    listedAt: listedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    matches: around.matches.get(id) ?? [],
    corrections: around.corrections.filter(({ receivableId }) => receivableId === id).map(correctionShown),
    answer: answerOf(receivable, around.answers.get(id)),
    hasNoAssignmentClause: around.forbidden.has(id),
    grade: confirmed && gradeShown(around.grades.get(id)),
    actions: [
      ...actionsOn(actor, state, available),
      ...(around.readable.has(documentId) && actor.permissions.has('document.read') ? ['download'] : []),
    ],
  };
}

function correctionShown(correction: Correction): CorrectionShown {
  const { id, kind, number, issueDate, basis, amount, applied, excess, documentId, recordedAt } = correction;
  return {
    ...{ id, kind, number, issueDate, basis, amount, applied, excess, documentId },
    recordedAt: recordedAt.toISOString(),
  };
}

function answerOf(
  { confirmed, answeredAt, payable }: Receivable,
  why: Pick<AnswerShown, 'reason' | 'note'> = { reason: null, note: null },
): AnswerShown | null {
  if (!confirmed || !answeredAt) return null;
  const { reason, note } = why;
  return {
    ...{ confirmed, reason, note },
    outcome: outcomeOf(confirmed, payable),
    answeredAt: answeredAt.toISOString(),
  };
}

function actionsOn({ permissions }: Actor, state: ReceivableState, available: Money): string[] {
  const actions: string[] = [];
  if (state === 'draft' && permissions.has('receivable.complete')) actions.push('complete');
  if (isPositive(available) && permissions.has('request.create')) actions.push('request');
  return actions;
}

/** By the amount and not by the state, which moves on when the receivable is frozen or settled. */
function outcomeOf(confirmed: Money, payable: Money): string {
  if (compareMoney(confirmed, payable) === 0) return 'confirmed';
  return isPositive(confirmed) ? 'part_disputed' : 'rejected';
}

function free(limit: Money, claimed: Money): Money {
  return compareMoney(claimed, limit) < 0 ? subtractMoney(limit, claimed) : zero(limit.currency);
}
