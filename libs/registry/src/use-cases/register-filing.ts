// Files for a user of the registry. Calls that arrive together share one transaction, their keys among them.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DomainError, invariant, todayOf } from '#kernel';
import { type Claim, CLOCK, type Command, Db, Gatherer, Once, platformErrors, type Tx } from '#platform';
import type { FilingDraft } from '../domain/filing';
import { FilingParameters } from './filing-parameters';
import { type FilingAnswer, filingAnswer } from './filing-answer';
import { Filings } from './filings';

interface Item {
  readonly command: Command;
  readonly draft: FilingDraft;
}
type Verdict = { readonly answer: FilingAnswer } | { readonly refused: DomainError };

@Injectable()
export class RegisterFiling {
  private readonly gatherer: Gatherer<Item, Verdict>;

  constructor(
    db: Db,
    private readonly once: Once,
    private readonly filings: Filings,
    private readonly parameters: FilingParameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.gatherer = new Gatherer<Item, Verdict>(db, { execute: (tx, items) => this.executeAll(tx, items) });
  }

  /** @throws registry.filing_invalid (422, with pointers), platform.key_reused (422) */
  async execute(
    command: Command,
    content: Omit<FilingDraft, 'origin' | 'dealId' | 'filedBy'>,
  ): Promise<FilingAnswer> {
    const { userId, organisationId } = command.actor;
    const draft: FilingDraft = {
      ...content,
      origin: 'user',
      dealId: null,
      filedBy: { userId, organisationId },
    };
    await this.screen(draft);
    const verdict = await this.gatherer.add({ command, draft });
    if ('refused' in verdict) throw verdict.refused;
    return verdict.answer;
  }

  /** What is refused for its form needs no transaction. */
  private async screen(draft: FilingDraft): Promise<void> {
    const refused = this.filings.judge(draft, await this.parameters.outside(todayOf(this.clock)));
    if (refused) throw refused;
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
