// Goes on with a file of registrations: some hundred in a transaction, which also moves the progress on. Where it stands
// is decided by the locked row alone, so a process that dies loses at most its chunk, and of two that go on one stops.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, DomainError, invariant } from '#kernel';
import { CLOCK, Db, EVERYONE, type Tx } from '#platform';
import { type Category, type FilingDraft, Filings } from '#registry';
import { FilingFileStore } from '../../data/filing-file.store';
import { errors } from '../../domain/errors';
import { type FilingFile, type FilingLine, isAtWork, stageOf } from '../../domain/filing-file';
import { faultOf, type TableFiling } from '../../domain/filing-table';
import { FilingParties } from './filing-parties';
import { FileRegistrations, type FileRegistration } from './file-registrations';

const CHUNK = 500;

type Outcome = DomainError | { readonly filingId: string; readonly number: string } | null;

@Injectable()
export class WorkOnFilingFile {
  constructor(
    private readonly db: Db,
    private readonly files: FilingFileStore,
    private readonly reading: FileRegistrations,
    private readonly parties: FilingParties,
    private readonly filings: Filings,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing to do is no fault: a job comes at least once. */
  async execute(fileId: string): Promise<void> {
    const file = await this.files.byId(this.db.reads, EVERYONE, fileId);
    if (!file || !isAtWork(file.state)) return;
    let place = 0;
    let chunk: FileRegistration[] = [];
    for await (const registration of this.reading.of(file)) {
      place += 1;
      if (place <= file.done) continue;
      chunk.push(registration);
      if (chunk.length < CHUNK) continue;
      const [ready, before] = [chunk, place - chunk.length];
      if (!(await this.db.run((tx) => this.step(tx, file, ready, { before, isLast: false })))) return;
      chunk = [];
    }
    await this.db.run((tx) => this.step(tx, file, chunk, { before: place - chunk.length, isLast: true }));
  }

  /** False when somebody else went on meanwhile. */
  private async step(
    tx: Tx,
    { id, state }: FilingFile,
    chunk: readonly FileRegistration[],
    { before, isLast }: { readonly before: number; readonly isLast: boolean },
  ): Promise<boolean> {
    const file = await this.files.lock(tx, EVERYONE, id);
    if (file?.state !== state || file.done !== before) return false;
    const outcomes = await this.judge(tx, file, chunk);
    const lines = chunk.map((one, index) => lineOf(one, outcomes[index] ?? null));
    await this.files.addLines(tx, id, stageOf(state), lines);
    const refused = lines.filter(({ fault }) => fault !== null).length;
    const moved: FilingFile = {
      ...file,
      done: file.done + lines.length,
      sound: file.sound + lines.length - refused,
      refused: file.refused + refused,
      movedAt: this.clock.now(),
      ...(isLast && { state: stageOf(state), version: file.version + 1 }),
    };
    await this.files.update(tx, moved);
    if (isLast) await this.tell(tx, moved);
    return true;
  }

  private async judge(tx: Tx, file: FilingFile, chunk: readonly FileRegistration[]): Promise<Outcome[]> {
    if (file.state === 'applying') await this.files.lockOrganisation(tx, file.organisationId);
    const refused = await this.referenceFaults(tx, file, chunk);
    const able = chunk.flatMap(({ stated }, index) =>
      stated instanceof DomainError || refused[index] ? [] : [{ stated, index }],
    );
    const drafts = await this.draftsOf(
      tx,
      file,
      able.map(({ stated }) => stated),
    );
    const judged =
      file.state === 'planning'
        ? await this.filings.screen(tx, drafts)
        : await this.file(tx, file, able, drafts);
    const byPlace = new Map(able.map(({ index }, position) => [index, judged[position] ?? null]));
    return chunk.map(({ stated }, index) =>
      stated instanceof DomainError ? stated : (refused[index] ?? byPlace.get(index) ?? null),
    );
  }

  /** A reference is used once by an organisation, so a file that comes again files nothing again. */
  private async referenceFaults(
    tx: Tx,
    { id, organisationId, state }: FilingFile,
    chunk: readonly FileRegistration[],
  ): Promise<(DomainError | null)[]> {
    const references = chunk.flatMap(({ stated }) =>
      stated instanceof DomainError ? [] : [stated.reference],
    );
    const used = await this.files.used(tx, organisationId, references);
    const before = await this.files.inFile(tx, id, stageOf(state), references);
    return chunk.map(({ stated }) => {
      if (stated instanceof DomainError) return null;
      const { reference } = stated;
      const number = used.get(reference)?.number;
      const isTwice = before.has(reference);
      before.add(reference);
      if (isTwice) return errors.reference_twice({ reference });
      return number === undefined ? null : errors.reference_used({ reference, number });
    });
  }

  private async file(
    tx: Tx,
    file: FilingFile,
    able: readonly { readonly stated: TableFiling }[],
    drafts: readonly FilingDraft[],
  ): Promise<Outcome[]> {
    const verdicts = await this.filings.file(tx, drafts);
    const outcomes = verdicts.map((verdict): Outcome =>
      'refused' in verdict ? verdict.refused : { filingId: verdict.filed.id, number: verdict.filed.number },
    );
    await this.files.use(
      tx,
      file,
      outcomes.flatMap((outcome, index) => {
        const reference = able[index]?.stated.reference;
        return outcome === null || outcome instanceof DomainError || reference === undefined
          ? []
          : [{ reference, ...outcome }];
      }),
    );
    return outcomes;
  }

  /** A party with an identifier that is known here sees the registration; the party left out is who hands the file in. */
  private async draftsOf(tx: Tx, file: FilingFile, stated: readonly TableFiling[]): Promise<FilingDraft[]> {
    const { organisationId, makerId: userId } = file;
    const parties = stated.flatMap(({ grantors, securedParties }) => [...grantors, ...securedParties]);
    const partyRef = await this.parties.among(tx, parties);
    const own = await this.parties.own(tx, organisationId);
    return stated.map(({ category, termMonths, maximumAmount, collateral, grantors, securedParties }) => ({
      ...{
        category: category as Category,
        termMonths,
        maximumAmount,
        collateral,
        origin: 'user',
        dealId: null,
      },
      grantors: grantors.map(partyRef),
      securedParties: securedParties.length === 0 ? [own] : securedParties.map(partyRef),
      filedBy: { userId, organisationId },
    }));
  }

  private async tell(tx: Tx, file: FilingFile): Promise<void> {
    const { id, version, state, done, sound, refused, organisationId, makerId: userId } = file;
    invariant(!isAtWork(state), 'what is told of is finished');
    await this.audit.record(tx, { userId, organisationId }, [
      {
        action: state === 'planned' ? 'desk.filing_file_planned' : 'desk.filing_file_applied',
        subjectType: 'desk.filing_file',
        subjectId: id,
        subjectVersion: version,
        details: { done, sound, refused },
      },
    ]);
  }
}

function lineOf({ lines, stated }: FileRegistration, outcome: Outcome): FilingLine {
  const about = {
    line: lines[0]?.line ?? 0,
    reference:
      stated instanceof DomainError ? lines[0]?.cells.reference.slice(0, 100) || null : stated.reference,
  };
  if (outcome instanceof DomainError)
    return { ...about, filingId: null, filingNumber: null, fault: faultOf(outcome, lines) };
  return {
    ...about,
    filingId: outcome?.filingId ?? null,
    filingNumber: outcome?.number ?? null,
    fault: null,
  };
}
