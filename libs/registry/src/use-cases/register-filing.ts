// Files for a user of the registry. Calls that arrive together share one transaction, their keys among them.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DomainError, invariant, todayOf } from '#kernel';
import { type Claim, CLOCK, type Command, Db, Gatherer, Once, platformErrors, type Tx } from '#platform';
import { LintStore } from '../data/lint.store';
import { errors } from '../domain/errors';
import type { FilingDraft } from '../domain/filing';
import { FilingParameters } from './filing-parameters';
import { type FilingAnswer, filingAnswer } from './filing-answer';
import { Filings } from './filings';
import { contentHashOf, type DraftContent } from './lint/lint-draft';

interface Item {
  readonly command: Command;
  readonly draft: FilingDraft;
  readonly lintId: string | null;
}
type Verdict = { readonly answer: FilingAnswer } | { readonly refused: DomainError };

@Injectable()
export class RegisterFiling {
  private readonly gatherer: Gatherer<Item, Verdict>;

  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly filings: Filings,
    private readonly parameters: FilingParameters,
    private readonly lints: LintStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.gatherer = new Gatherer<Item, Verdict>(db, { execute: (tx, items) => this.executeAll(tx, items) });
  }

  /**
   * @param lintId a check of this very draft, to be kept with the filing
   * @throws registry.filing_invalid (422, with pointers), registry.lint_of_another_draft (422),
   *   platform.key_reused (422)
   */
  async execute(
    command: Command,
    content: DraftContent,
    lintId: string | null = null,
  ): Promise<FilingAnswer> {
    const { userId, organisationId } = command.actor;
    const draft: FilingDraft = {
      ...content,
      origin: 'user',
      dealId: null,
      filedBy: { userId, organisationId },
    };
    await this.screen(draft);
    if (lintId !== null) await this.requireSame(command, content, lintId);
    const verdict = await this.gatherer.add({ command, draft, lintId });
    if ('refused' in verdict) throw verdict.refused;
    return verdict.answer;
  }

  /** What is refused for its form needs no transaction. */
  private async screen(draft: FilingDraft): Promise<void> {
    const refused = this.filings.judge(draft, await this.parameters.outside(todayOf(this.clock)));
    if (refused) throw refused;
  }

  private async requireSame({ actor }: Command, content: DraftContent, lintId: string): Promise<void> {
    const linted = await this.lints.contentHash(this.db.reads, actor.scope, lintId);
    if (linted !== contentHashOf(content)) throw errors.lint_of_another_draft({ lintId });
  }

  private async executeAll(tx: Tx, items: readonly Item[]): Promise<Verdict[]> {
    const claims = await this.once.claim(
      tx,
      items.map(({ command }) => command),
    );
    const fresh = items.filter((_, index) => claims[index]?.kind === 'new');
    const verdicts = await this.fileAll(tx, fresh);
    const given = new Map(fresh.map((item, index) => [item, verdicts[index]]));
    return claims.map((claim, index) => {
      // A twin gets what its leader gets, whether that is new or was answered long ago.
      const leader = claim.kind === 'twin' ? claim.of : index;
      const item = items[leader];
      return verdictOf(claims[leader], item && given.get(item));
    });
  }

  private async fileAll(tx: Tx, fresh: readonly Item[]): Promise<Verdict[]> {
    const filed = await this.filings.file(
      tx,
      fresh.map(({ draft }) => draft),
    );
    await this.lints.keep(
      tx,
      filed.flatMap((one, index) => {
        const lintId = fresh[index]?.lintId ?? null;
        return 'filed' in one && lintId !== null ? [{ filingId: one.filed.id, lintId }] : [];
      }),
    );
    const verdicts = filed.map((one): Verdict =>
      'refused' in one ? one : { answer: filingAnswer(one.filed) },
    );
    await this.once.settle(
      tx,
      fresh.map(({ command }) => command),
      verdicts.map((verdict) => ('answer' in verdict ? verdict.answer : null)),
    );
    return verdicts;
  }
}

function verdictOf(claim: Claim | undefined, given: Verdict | undefined): Verdict {
  if (claim?.kind === 'mismatch') return { refused: platformErrors.key_reused() };
  if (claim?.kind === 'answered') return { answer: claim.response as FilingAnswer };
  invariant(given, 'a new filing has a verdict');
  return given;
}
