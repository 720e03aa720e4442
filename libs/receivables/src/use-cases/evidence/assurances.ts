// What goes with a receivable wherever it is offered or financed: how good the evidence of its confirmation is and why,
// whether a dispute holds it, and whether the contract forbids assignment.
import { Injectable } from '@nestjs/common';
import { Relations } from '#parties';
import { EVERYONE, type Reads } from '#platform';
import { GradeStore } from '../../data/confirmation/grade.store';
import { ConfirmationStore } from '../../data/confirmation.store';
import type { Receivable } from '../../domain/receivable';
import { gradeShown, type GradeShown } from './task-evidence';

export interface Assurance {
  /** The answer that stands; null where there is none, or it confirmed nothing. */
  readonly confirmationId: string | null;
  readonly grade: GradeShown | null;
  /** Nothing more of it is financed until the dispute is closed. */
  readonly isDisputed: boolean;
  /** Does not bind third parties on a money claim: warned of, and no more (民法典 545). */
  readonly hasNoAssignmentClause: boolean;
}

@Injectable()
export class Assurances {
  constructor(
    private readonly grades: GradeStore,
    private readonly confirmations: ConfirmationStore,
    private readonly relations: Relations,
  ) {}

  /** By receivable; of receivables that the caller was allowed to read. */
  async of(on: Reads, receivables: readonly Receivable[]): Promise<ReadonlyMap<string, Assurance>> {
    if (receivables.length === 0) return new Map();
    const ids = receivables.map(({ id }) => id);
    const grades = await this.grades.standing(on, EVERYONE, ids);
    const forbidden = await this.forbidden(on, receivables);
    return new Map(
      receivables.map(({ id, disputeHold }) => {
        const line = grades.get(id);
        return [
          id,
          {
            confirmationId: line?.confirmationId ?? null,
            grade: gradeShown(line),
            isDisputed: disputeHold,
            hasNoAssignmentClause: forbidden.has(id),
          },
        ];
      }),
    );
  }

  /** Where a confirmed trading relation or the debtor's own answer says that it may not be assigned; by receivable. */
  async forbidden(on: Reads, receivables: readonly Receivable[]): Promise<ReadonlySet<string>> {
    const pairOf = (one: { supplierId: string; debtorId: string }) => `${one.supplierId} ${one.debtorId}`;
    const pairs = new Map(
      receivables.map(({ supplierId, debtorId }) => [
        pairOf({ supplierId, debtorId }),
        { supplierId, debtorId },
      ]),
    );
    const agreed = new Set(
      (await this.relations.confirmed(on, [...pairs.values()]))
        .filter(({ noAssignmentClause }) => noAssignmentClause)
        .map(pairOf),
    );
    const ids = receivables.map(({ id }) => id);
    const stated = await this.confirmations.statingNoAssignment(on, EVERYONE, ids);
    return new Set(
      receivables.filter((one) => agreed.has(pairOf(one)) || stated.has(one.id)).map(({ id }) => id),
    );
  }
}
