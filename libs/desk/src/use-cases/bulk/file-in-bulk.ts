// Files up to a thousand registrations of one call: judged like those of a file, set-based, in one transaction, with one
// outcome for each in order.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Bilingual, DomainError, type FieldError, newId, shardFor } from '#kernel';
import { type Actor, type Command, hashOf, Once, type Tx } from '#platform';
import { type FilingContent, type FilingDraft, Filings } from '#registry';
import { FilingFileStore } from '../../data/filing-file.store';
import { type BulkRepetition, repetitionsOf } from '../../domain/bulk';
import { FilingParties } from '../files/filing-parties';

export interface BulkItem {
  readonly reference: string;
  /** What is stated, or why it cannot be read. */
  readonly content: FilingContent | DomainError;
}
export interface BulkFault {
  readonly code: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly errors: readonly FieldError[];
}
export interface BulkOutcome {
  readonly reference: string;
  /** `sound` is of a plan; `filed_before` is the same registration under the same reference. */
  readonly outcome: 'sound' | 'filed' | 'filed_before' | 'refused';
  readonly filingId: string | null;
  readonly number: string | null;
  readonly fault: BulkFault | null;
}
export interface BulkAnswer {
  readonly items: readonly BulkOutcome[];
  readonly done: number;
  readonly refused: number;
}

type Judged = { readonly filingId: string; readonly number: string } | DomainError | null;

@Injectable()
export class FileInBulk {
  constructor(
    private readonly once: Once,
    private readonly references: FilingFileStore,
    private readonly parties: FilingParties,
    private readonly filings: Filings,
    private readonly audit: AuditLog,
  ) {}

  /** Says what would become of each; nothing is filed. */
  async plan(command: Command, items: readonly BulkItem[]): Promise<BulkAnswer> {
    return this.run(command, items, 'desk.bulk_planned', (tx, drafts) => this.filings.screen(tx, drafts));
  }

  async file(command: Command, items: readonly BulkItem[]): Promise<BulkAnswer> {
    return this.run(command, items, 'desk.bulk_filed', async (tx, drafts) => {
      const verdicts = await this.filings.file(tx, drafts);
      return verdicts.map((verdict) =>
        'refused' in verdict ? verdict.refused : { filingId: verdict.filed.id, number: verdict.filed.number },
      );
    });
  }

  private async run(
    command: Command,
    items: readonly BulkItem[],
    action: 'desk.bulk_planned' | 'desk.bulk_filed',
    judge: (tx: Tx, drafts: readonly FilingDraft[]) => Promise<Judged[]>,
  ): Promise<BulkAnswer> {
    const { actor } = command;
    const entries = items.map((item) => ({ ...item, contentHash: hashOf(item.content) }));
    return this.once.run(command, async (tx) => {
      await this.references.lockOrganisation(tx, actor.organisationId);
      const known = entries.map(({ reference }) => reference);
      const used = await this.references.used(tx, actor.organisationId, known);
      const repetitions = repetitionsOf(entries, used);
      const fresh = entries.flatMap(({ content }, place) =>
        content instanceof DomainError || repetitions[place] ? [] : [{ content, place }],
      );
      const drafts = await this.draftsOf(
        tx,
        actor,
        fresh.map(({ content }) => content),
      );
      const verdicts = await judge(tx, drafts);
      const judged = new Map(fresh.map(({ place }, at) => [place, verdicts[at] ?? null]));
      await this.keep(tx, actor, entries, judged);
      const outcomes = entries.map((entry, place) =>
        outcomeOf(entry, repetitions[place] ?? null, judged.get(place) ?? null),
      );
      return this.told(tx, actor, action, outcomes);
    });
  }

  private async draftsOf(
    tx: Tx,
    { userId, organisationId }: Actor,
    contents: readonly FilingContent[],
  ): Promise<FilingDraft[]> {
    const all = contents.flatMap(({ grantors, securedParties }) => [...grantors, ...securedParties]);
    const known = await this.parties.among(tx, all);
    const partyRef = (party: FilingContent['grantors'][number]) =>
      party.organisationId === null ? known(party) : party;
    return contents.map((content) => ({
      ...content,
      grantors: content.grantors.map(partyRef),
      securedParties: content.securedParties.map(partyRef),
      ...{ origin: 'user', dealId: null, filedBy: { userId, organisationId } },
    }));
  }

  private async keep(
    tx: Tx,
    { organisationId }: Actor,
    entries: readonly { readonly reference: string; readonly contentHash: string }[],
    judged: ReadonlyMap<number, Judged>,
  ): Promise<void> {
    const filed = entries.flatMap(({ reference, contentHash }, place) => {
      const verdict = judged.get(place);
      return verdict && !(verdict instanceof DomainError) ? [{ reference, contentHash, ...verdict }] : [];
    });
    await this.references.use(tx, { id: null, organisationId }, filed);
  }

  private async told(
    tx: Tx,
    actor: Actor,
    action: string,
    items: readonly BulkOutcome[],
  ): Promise<BulkAnswer> {
    const refused = items.filter(({ outcome }) => outcome === 'refused').length;
    const answer = { items, done: items.length - refused, refused };
    await this.audit.record(tx, actor, [
      {
        action,
        ...{ subjectType: 'desk.bulk', subjectId: newId(shardFor(actor.organisationId)), subjectVersion: 1 },
        details: { done: answer.done, refused },
      },
    ]);
    return answer;
  }
}

function outcomeOf(
  { reference, content }: BulkItem,
  repetition: BulkRepetition,
  judged: Judged,
): BulkOutcome {
  const nothing = { reference, filingId: null, number: null, fault: null };
  const refusal =
    [content, judged].find((one) => one instanceof DomainError) ??
    (repetition && 'refused' in repetition ? repetition.refused : null);
  if (refusal instanceof DomainError) {
    const { code, text: message, fix, errors } = refusal;
    return { ...nothing, outcome: 'refused', fault: { code, message, fix, errors } };
  }
  if (repetition && 'before' in repetition) {
    const { filingId, number } = repetition.before;
    return { ...nothing, filingId, number, outcome: 'filed_before' };
  }
  return judged && !(judged instanceof DomainError)
    ? { ...nothing, ...judged, outcome: 'filed' }
    : { ...nothing, outcome: 'sound' };
}
