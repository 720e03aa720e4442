// Tries a draft before it is filed: runs the searches that strangers would run, and looks for what contradicts it. The
// outcome is kept, and with the filing when it is then made, so that one can show later what one could know.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, type FieldError, type Id, newId, shardFor, todayOf } from '#kernel';
import { CLOCK, type Command, hashOf, Once, type Tx } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { LintStore } from '../../data/lint.store';
import { errors } from '../../domain/errors';
import type { FilingDraft } from '../../domain/filing';
import { draftFaults } from '../../domain/filing-rules';
import { instantText, microsOf } from '../../domain/filing-time';
import { lintWarnings } from '../../domain/lint/lint-rules';
import type { Trial } from '../../domain/lint/strangers';
import type { Warning } from '../../domain/lint/warnings';
import { FilingParameters } from '../filing-parameters';
import { SeenInRegister } from './seen-in-register';

export type DraftContent = Omit<FilingDraft, 'origin' | 'dealId' | 'filedBy'>;

export interface LintOutcome {
  readonly id: Id<'lint'>;
  readonly lintedAt: string;
  /** What would be refused; empty when it can be filed. */
  readonly faults: readonly FieldError[];
  readonly warnings: readonly Warning[];
  /** For each grantor in order, the searches that strangers would run. */
  readonly trials: readonly (readonly Trial[])[];
  readonly actions: readonly string[];
}

/**
 * What a lint is about, so that it cannot be kept with another filing.
 * @param amends the filing whose amendment this is; null: a new one
 */
export const contentHashOf = (content: DraftContent, amends: string | null = null): string =>
  hashOf(amends === null ? content : { ...content, amends });

@Injectable()
export class LintDraft {
  constructor(
    private readonly once: Once,
    private readonly seen: SeenInRegister,
    private readonly lints: LintStore,
    private readonly filings: FilingStore,
    private readonly parameters: FilingParameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param amends id of a filing that the draft amends; null: it is new
   * @throws registry.filing_not_found (404) also when it is another's
   */
  execute(command: Command, content: DraftContent, amends: string | null = null): Promise<LintOutcome> {
    return this.once.run(command, async (tx) => {
      const amended = amends === null ? null : await this.numberOf(tx, command.actor, amends);
      return this.lint(tx, command.actor, content, { amends, amended });
    });
  }

  private async numberOf(tx: Tx, { scope }: Command['actor'], id: string): Promise<string> {
    const visible = await this.filings.visible(tx, scope, [id]);
    const now = instantText(microsOf(this.clock.now()));
    const filing = (await this.filings.byIds(tx, visible, now, 0)).get(id);
    if (!filing) throw errors.filing_not_found({ id });
    return filing.number;
  }

  private async lint(
    tx: Tx,
    actor: Command['actor'],
    content: DraftContent,
    { amends, amended }: { readonly amends: string | null; readonly amended: string | null },
  ): Promise<LintOutcome> {
    const { userId, organisationId } = actor;
    const lintedAt = instantText(microsOf(this.clock.now()));
    const draft: FilingDraft = {
      ...content,
      origin: 'user',
      dealId: null,
      filedBy: { userId, organisationId },
    };
    const figures = await this.parameters.on(tx, todayOf(this.clock));
    const seen = await this.seen.about(tx, draft, lintedAt, amended);
    const outcome: LintOutcome = {
      id: newId<'lint'>(shardFor(organisationId)),
      lintedAt,
      faults: draftFaults(draft, figures),
      warnings: lintWarnings(draft, seen),
      trials: seen.grantors.map(({ trials }) => trials),
      actions: [],
    };
    const { id, faults, warnings } = outcome;
    const contentHash = contentHashOf(content, amends);
    await this.lints.add(tx, { id, userId, organisationId, lintedAt, contentHash, outcome });
    await this.audit.record(tx, actor, [
      {
        action: 'registry.draft_linted',
        ...{ subjectType: 'registry.lint', subjectId: id, subjectVersion: 1 },
        details: { contentHash, faults: faults.length, warnings: warnings.length },
      },
    ]);
    return outcome;
  }
}
