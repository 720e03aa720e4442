// What a debtor's task carries of evidence: the words to sign, the grade once it is answered, and the record that the task
// has reached somebody.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant } from '#kernel';
import { type Actor, CLOCK, Db, type Reads } from '#platform';
import { type GradeLine, GradeStore } from '../../data/confirmation/grade.store';
import { type SightingEvent, SightingStore } from '../../data/confirmation/sighting.store';
import type { StatementBasis } from '../../domain/confirmation/statement';
import type { Receivable } from '../../domain/receivable';
import { StatementBases } from '../signing/statement-bases';

export interface GradeShown extends Pick<GradeLine, 'grade' | 'points' | 'reasons'> {
  readonly gradedAt: string;
}

export const gradeShown = (line: GradeLine | undefined): GradeShown | null =>
  line
    ? {
        ...{ grade: line.grade, points: line.points, reasons: line.reasons },
        gradedAt: line.gradedAt.toISOString(),
      }
    : null;

interface Shown {
  readonly receivable: Receivable;
}

@Injectable()
export class TaskEvidence {
  constructor(
    private readonly db: Db,
    private readonly bases: StatementBases,
    private readonly grades: GradeStore,
    private readonly sightings: SightingStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For each receivable of the page by its id. */
  async of(
    on: Reads,
    { scope }: Actor,
    shown: readonly Shown[],
  ): Promise<(id: string) => { statement: StatementBasis; grade: GradeShown | null }> {
    const receivables = shown.map(({ receivable }) => receivable);
    const bases = await this.bases.of(on, receivables);
    const grades = await this.grades.standing(
      on,
      scope,
      receivables.map(({ id }) => id),
    );
    return (id) => {
      const statement = bases.get(id);
      invariant(statement, 'a shown receivable has its words');
      return { statement, grade: gradeShown(grades.get(id)) };
    };
  }

  /** Puts down when these tasks first reached this person of the debtor; a page that was seen before costs one read. */
  async shown(actor: Actor, shown: readonly Shown[], event: SightingEvent = 'shown'): Promise<void> {
    const { userId, organisationId } = actor;
    const own = shown.filter(({ receivable }) => receivable.debtorId === organisationId);
    if (own.length === 0) return;
    const ids = own.map(({ receivable }) => receivable.id);
    const unseen = await this.sightings.unseen(this.db.reads, actor.scope, ids, { userId, event });
    if (unseen.length === 0) return;
    const seenAt = this.clock.now();
    await this.db.run((tx) => this.sightings.add(tx, { userId, organisationId }, event, unseen, seenAt));
  }
}
