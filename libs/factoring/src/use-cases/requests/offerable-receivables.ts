// Which receivables a supplier may offer, and for how much: what is confirmed less what the registry says is claimed.
import { Injectable } from '@nestjs/common';
import { type DomainError, type FieldError, type LocalDate, money, type Money, zero } from '#kernel';
import { type Actor, EVERYONE, type Reads, type Scope, scopeOf } from '#platform';
import {
  type Assurance,
  Assurances,
  type Grade,
  type Receivable,
  Receivables,
  Responses,
} from '#receivables';
import { Filings } from '#registry';
import { errors } from '../../domain/errors';
import { type Candidate, freeOf, refuseItem, type RequestItem } from '../../domain/request';
import { DatedRules } from '../dated-rules';

export interface AskedReceivable {
  readonly receivableId: string;
  /** Absent: all that is still free. */
  readonly amount?: Money | undefined;
}
export interface OfferedItem extends Omit<RequestItem, 'requestId'> {
  readonly currency: string;
}

/** A receivable as it stands now. */
export interface Offerable extends Candidate {
  readonly assurance: Assurance | undefined;
  readonly receivable: Receivable;
  readonly assetKey: string;
}

@Injectable()
export class OfferableReceivables {
  constructor(
    private readonly receivables: Receivables,
    private readonly filings: Filings,
    private readonly assurances: Assurances,
    private readonly answering: Responses,
    private readonly rules: DatedRules,
  ) {}

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Map<string, Offerable>> {
    const found = await this.receivables.byIds(on, scope, ids);
    const claims = await this.filings.claims(
      on,
      found.map((receivable) => this.receivables.assetKeyOf(receivable)),
    );
    const assurances = await this.assurances.of(on, found);
    const offerable = found.map((receivable): Offerable => {
      const { invoiceNumber, state, dueDate } = receivable;
      const assetKey = this.receivables.assetKeyOf(receivable);
      const financeable = this.receivables.financeable(receivable);
      const claimed = claims.get(assetKey)?.claimed ?? zero(financeable.currency);
      const assurance = assurances.get(receivable.id);
      return { receivable, assurance, assetKey, invoiceNumber, state, dueDate, financeable, claimed };
    });
    return new Map(offerable.map((one) => [one.receivable.id, one]));
  }

  /** How these debtors answer, by debtor. */
  async responses(on: Reads, asked: string, debtorIds: readonly string[]) {
    return this.answering.of(on, asked, debtorIds);
  }

  /** The worst grade among these that were graded: letters later in the alphabet are worse. */
  async worstGrade(on: Reads, ids: readonly string[]): Promise<Grade | null> {
    const found = await this.byIds(on, EVERYONE, ids);
    const grades = [...found.values()].flatMap(({ assurance }) => assurance?.grade?.grade ?? []);
    return grades.sort().at(-1) ?? null;
  }

  /**
   * The items of a request, by ascending receivable id.
   * @throws factoring.receivable_not_found (404), factoring.items_refused (422, a pointer and a reason for each)
   */
  async itemsOf(
    on: Reads,
    actor: Actor,
    asked: readonly AskedReceivable[],
    today: LocalDate,
  ): Promise<OfferedItem[]> {
    const ids = asked.map(({ receivableId }) => receivableId);
    const found = await this.byIds(on, scopeOf(actor), ids);
    const candidates = ids.map((receivableId) => {
      const one = found.get(receivableId);
      if (one?.receivable.supplierId !== actor.organisationId)
        throw errors.receivable_not_found({ receivableId });
      return one;
    });
    const currency = candidates[0]?.financeable.currency ?? '';
    const rules = { today, currency, minTenorDays: await this.rules.minTenorDays(on, today) };
    const refusals: FieldError[] = [];
    const items = candidates.flatMap((candidate, index) => {
      const { id } = candidate.receivable;
      const amount = exact(asked[index]?.amount);
      const refusal =
        ids.indexOf(id) < index
          ? errors.receivable_twice({ receivableId: id })
          : refuseItem(candidate, { ...rules, amount });
      if (refusal) refusals.push(fieldError(`/receivables/${index}`, refusal));
      return refusal ? [] : itemOf(candidate, amount ?? freeOf(candidate));
    });
    if (refusals.length > 0)
      throw errors.items_refused({ refused: refusals.length, given: asked.length }, refusals);
    return items.sort((a, b) => (a.receivableId < b.receivableId ? -1 : 1));
  }
}

const exact = (amount: Money | undefined): Money | null =>
  amount ? money(amount.amount, amount.currency) : null;

const fieldError = (pointer: string, { code, text, fix }: DomainError): FieldError => ({
  pointer,
  rule: code,
  message: text,
  fix,
});

function itemOf({ receivable, assetKey, dueDate }: Offerable, { amount, currency }: Money): OfferedItem[] {
  const { id, debtorId, invoiceNumber, issueDate } = receivable;
  if (dueDate === null) return [];
  return [{ receivableId: id, debtorId, assetKey, invoiceNumber, issueDate, dueDate, amount, currency }];
}
