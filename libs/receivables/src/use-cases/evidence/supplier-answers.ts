// The debtors' answers as their suppliers may know them: why it was not confirmed in full, and how good the evidence is.
import { Injectable } from '@nestjs/common';
import type { Reads, Scope } from '#platform';
import { ConfirmationStore } from '../../data/confirmation.store';
import { GradeStore } from '../../data/confirmation/grade.store';

@Injectable()
export class SupplierAnswers {
  constructor(
    private readonly confirmations: ConfirmationStore,
    private readonly grades: GradeStore,
  ) {}

  /** Both by receivable. */
  async of(on: Reads, scope: Scope, receivableIds: readonly string[]) {
    return {
      answers: await this.confirmations.answersFor(on, scope, receivableIds),
      grades: await this.grades.standing(on, scope, receivableIds),
    };
  }
}
