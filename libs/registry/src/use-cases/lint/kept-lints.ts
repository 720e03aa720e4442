// The checks that a filing and its amendments were made with. It is the filer's own: others who are named in the filing see that there are none.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { LintStore } from '../../data/lint.store';
import { errors } from '../../domain/errors';
import type { LintOutcome } from './lint-draft';

export interface KeptAmendmentLint {
  /** The amendment, as an event of the registration. */
  readonly eventId: string;
  readonly number: string;
  readonly at: string;
  readonly lint: LintOutcome;
}
export interface KeptLint {
  readonly lint: LintOutcome | null;
  /** In their order. */
  readonly amendments: readonly KeptAmendmentLint[];
}

@Injectable()
export class KeptLints {
  constructor(
    private readonly db: Db,
    private readonly filings: FilingStore,
    private readonly lints: LintStore,
  ) {}

  /** @throws registry.filing_not_found (404) also when it is another's */
  async of({ scope }: Actor, filingId: string): Promise<KeptLint> {
    const visible = await this.filings.visible(this.db.reads, scope, [filingId]);
    if (!visible.includes(filingId)) throw errors.filing_not_found({ id: filingId });
    const amendments = await this.lints.keptWithAmendments(this.db.reads, scope, filingId);
    return {
      lint: (await this.lints.keptWith(this.db.reads, scope, filingId)) as LintOutcome | null,
      amendments: amendments.map(({ outcome, ...event }) => ({ ...event, lint: outcome as LintOutcome })),
    };
  }
}
