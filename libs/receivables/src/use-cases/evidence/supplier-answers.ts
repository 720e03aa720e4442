// The debtors' answers as their suppliers may know them: why it was not confirmed in full, and how good the evidence is.
import { Injectable } from '@nestjs/common';
import type { Reads, Scope } from '#platform';
import { ConfirmationStore } from '../../data/confirmation.store';
import { GradeStore } from '../../data/confirmation/grade.store';
import type { Receivable } from '../../domain/receivable';
import { Assurances } from './assurances';

@Injectable()
export class SupplierAnswers {
  constructor(
    private readonly confirmations: ConfirmationStore,
    private readonly grades: GradeStore,
    private readonly assurances: Assurances,
  ) {}

  /** By receivable; and which may not be assigned by their contract. */
  async of(on: Reads, scope: Scope, receivables: readonly Receivable[]) {
    const receivableIds = receivables.map(({ id }) => id);
    return {
      forbidden: await this.assurances.forbidden(on, receivables),
      answers: await this.confirmations.answersFor(on, scope, receivableIds),
      grades: await this.grades.standing(on, scope, receivableIds),
    };
  }
}
