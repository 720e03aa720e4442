// Facts about a confirmation come later too: the tax bureau answers, or debtor and supplier turn out to share a telephone.
// What was confirmed is then graded once more, beside the earlier line.
import { Injectable } from '@nestjs/common';
import { Db, EVERYONE, Every } from '#platform';
import { ConfirmationStore } from '../../data/confirmation.store';
import { GradeStore } from '../../data/confirmation/grade.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { Confirmation } from '../../domain/answer';
import { GradeConfirmations } from './grade-confirmations';

const AT_ONCE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class RegradeConfirmations {
  constructor(
    private readonly db: Db,
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly grades: GradeStore,
    private readonly grading: GradeConfirmations,
  ) {}

  @Every('receivables.regrade_checked', '*/10 * * * *')
  async afterTaxChecks(): Promise<void> {
    await this.execute(true);
  }

  @Every('receivables.regrade_all', '30 18 * * *')
  async everyNight(): Promise<void> {
    await this.execute(false);
  }

  /** @param newsOnly only those that the tax bureau answered about since; answers how many grades changed */
  async execute(newsOnly: boolean): Promise<number> {
    let changed = 0;
    for (let after = FIRST; ;) {
      const page = await this.grades.toRegrade(this.db.reads, EVERYONE, { after, take: AT_ONCE, newsOnly });
      const last = page.at(-1);
      if (!last) return changed;
      changed += await this.regrade(page);
      after = last.confirmationId;
    }
  }

  private async regrade(
    page: readonly { readonly confirmationId: string; readonly receivableId: string }[],
  ): Promise<number> {
    return this.db.run(async (tx) => {
      const receivables = await this.receivables.lock(
        tx,
        EVERYONE,
        page.map(({ receivableId }) => receivableId),
      );
      const ids = page.map(({ confirmationId }) => confirmationId);
      const answers = new Map<string, Confirmation>(
        (await this.confirmations.byIds(tx, EVERYONE, ids))
          .filter(({ state }) => state === 'approved')
          .map((one) => [one.receivableId, one]),
      );
      return this.grading.regrade(
        tx,
        receivables.flatMap((receivable) => {
          const confirmation = answers.get(receivable.id);
          return confirmation ? [{ confirmation, receivable }] : [];
        }),
      );
    });
  }
}
