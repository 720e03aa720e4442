// The check that a filing was made with. It is the filer's own: others who are named in the filing see that there is none.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { LintStore } from '../../data/lint.store';
import { errors } from '../../domain/errors';
import type { LintOutcome } from './lint-draft';

export interface KeptLint {
  readonly lint: LintOutcome | null;
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
    return { lint: (await this.lints.keptWith(this.db.reads, scope, filingId)) as LintOutcome | null };
  }
}
