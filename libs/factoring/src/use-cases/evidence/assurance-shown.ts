// What goes with each receivable of a request or a deal, as its views show it.
import type { Assurance } from '#receivables';

export type AssuranceShown = Pick<Assurance, 'grade' | 'isDisputed' | 'hasNoAssignmentClause'>;

export const assuranceShown = (assurance: Assurance | undefined): AssuranceShown => ({
  grade: assurance?.grade ?? null,
  isDisputed: assurance?.isDisputed ?? false,
  hasNoAssignmentClause: assurance?.hasNoAssignmentClause ?? false,
});
