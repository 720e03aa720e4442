// Goes on with a file of answers: a thousand lines a transaction, which also moves the progress on. Where it stands is
// decided by the locked row alone, so a process that dies loses at most its chunk, and of two that go on one stops.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, DomainError, invariant } from '#kernel';
import { type Actor, CLOCK, Db, EVERYONE, type Tx } from '#platform';
import { AnswerFileStore, type AnswerLine } from '../../data/confirmation/answer-file.store';
import type { Answer } from '../../domain/answer';
import { type AnswerFile, isAtWork, STAGE_OF } from '../../domain/answer-file';
import { faultView } from '../../domain/bulk';
import { CheckAnswers } from '../check-answers';
import { ProposeAnswers } from '../propose-answers';
import { actorThen } from '../person-then';
import { AnswerFileLines, type WorkLine } from './answer-file-lines';

const CHUNK = 1000;

@Injectable()
export class WorkOnAnswerFile {
  constructor(
    private readonly db: Db,
    private readonly files: AnswerFileStore,
    private readonly reading: AnswerFileLines,
    private readonly proposing: ProposeAnswers,
    private readonly checking: CheckAnswers,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing to do is no fault: a job comes at least once. */
  async execute(fileId: string): Promise<void> {
    const file = await this.files.byId(this.db.reads, EVERYONE, fileId);
    if (!file || !isAtWork(file.state)) return;
    let place = 0;
    let chunk: WorkLine[] = [];
    for await (const line of this.reading.of(file)) {
      place += 1;
      if (place <= file.linesDone) continue;
      chunk.push(line);
      if (chunk.length < CHUNK) continue;
      const [lines, before] = [chunk, place - chunk.length];
      if (!(await this.db.run((tx) => this.step(tx, file, lines, { before, isLast: false })))) return;
      chunk = [];
    }
    await this.db.run((tx) => this.step(tx, file, chunk, { before: place - chunk.length, isLast: true }));
  }

  /** False when somebody else went on meanwhile. */
  private async step(
    tx: Tx,
    { id, state }: AnswerFile,
    chunk: readonly WorkLine[],
    { before, isLast }: { readonly before: number; readonly isLast: boolean },
  ): Promise<boolean> {
    const file = await this.files.lock(tx, EVERYONE, id);
    if (file?.state !== state || file.linesDone !== before) return false;
    const lines = await this.judge(tx, file, chunk);
    await this.files.addLines(tx, id, STAGE_OF[state], lines);
    const refused = lines.filter(({ fault }) => fault !== null).length;
    const moved: AnswerFile = {
      ...file,
      linesDone: file.linesDone + lines.length,
      sound: file.sound + lines.length - refused,
      refused: file.refused + refused,
      movedAt: this.clock.now(),
    };
    await this.files.update(
      tx,
      isLast ? { ...moved, state: STAGE_OF[state], version: file.version + 1 } : moved,
    );
    if (isLast) await this.record(tx, moved);
    return true;
  }

  private async judge(tx: Tx, file: AnswerFile, chunk: readonly WorkLine[]): Promise<AnswerLine[]> {
    const able = chunk.filter(({ work }) => !(work instanceof DomainError));
    const results = await this.results(tx, file, able);
    const byLine = new Map(able.map(({ line }, index) => [line, results[index]]));
    return chunk.map(({ line, receivableId, work }): AnswerLine => {
      const result = work instanceof DomainError ? work : byLine.get(line);
      if (result instanceof DomainError)
        return { line, receivableId, confirmationId: null, fault: faultView(result) };
      return { line, receivableId, confirmationId: result ?? null, fault: null };
    });
  }

  /** For each line the answer it became, or why it did not; a plan writes none. */
  private async results(
    tx: Tx,
    file: AnswerFile,
    lines: readonly WorkLine[],
  ): Promise<(string | null | DomainError)[]> {
    if (file.state === 'checking') return this.checked(tx, file, lines);
    const channel = file.makerKind === 'client' ? 'erp' : 'file';
    const maker = makerOf(file);
    const answers = lines.map(({ work }) => work as Answer);
    const judged = await this.proposing.judge(tx, maker, answers, channel);
    if (file.state === 'planning') return judged.map((one) => (one instanceof DomainError ? one : null));
    await this.proposing.write(tx, maker, judged);
    return judged.map((one) => (one instanceof DomainError ? one : one.confirmation.id));
  }

  private async checked(
    tx: Tx,
    file: AnswerFile,
    lines: readonly WorkLine[],
  ): Promise<(string | DomainError)[]> {
    const { decision } = file;
    invariant(decision, 'a file that is checked has its decision');
    const checks = lines.map(({ work }) => ({ ...(work as { confirmationId: string }), decision }));
    const checker = checkerOf(file);
    const judged = await this.checking.judge(tx, checker, checks);
    await this.checking.write(tx, checker, judged);
    return judged.map((one) => (one instanceof DomainError ? one : one.confirmation.id));
  }

  private async record(tx: Tx, file: AnswerFile): Promise<void> {
    const { id, state, version, linesDone, sound, refused, decision } = file;
    await this.audit.record(tx, state === 'checking' ? checkerOf(file) : makerOf(file), [
      {
        action: `receivables.answer_file_${STAGE_OF[state]}`,
        subjectType: 'answer_file',
        subjectId: id,
        subjectVersion: version + 1,
        details: { linesDone, sound, refused, decision },
      },
    ]);
  }
}

function makerOf(file: AnswerFile): Actor {
  const {
    organisationId,
    makerId: userId,
    makerSession: sessionId,
    makerKind: kind,
    makerMethods: methods,
  } = file;
  return actorThen({ organisationId, userId, sessionId, kind, methods });
}

function checkerOf(file: AnswerFile): Actor {
  const { organisationId, checkerId, checkerSession, checkerKind, checkerMethods } = file;
  invariant(checkerId && checkerSession && checkerKind && checkerMethods, 'a check has its person');
  const person = { userId: checkerId, sessionId: checkerSession, kind: checkerKind };
  return actorThen({ ...person, organisationId, methods: checkerMethods });
}
