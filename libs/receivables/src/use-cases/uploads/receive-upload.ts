// Receives a delivery of invoice files. They are kept first, outside the transaction. A short delivery is answered for at
// once, by one transaction; a long one is only accepted, and read in the background.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Documents, type KeptFile } from '#documents';
import { type Clock, newId, shardFor } from '#kernel';
import { type Actor, CLOCK, type Command, type IncomingFile, Once, type Tx, withContent } from '#platform';
import { errors } from '../../domain/errors';
import type { Candidate } from '../../domain/intake';
import { NO_OUTCOMES, stageOf, type Upload, type UploadMode, type UploadSide } from '../../domain/upload';
import { madeBy, NOBODYS_ANSWERS } from './payable-maker';
import { TakeInOrPlan } from './take-in-or-plan';
import { UploadReader } from './upload-reader';
import { countsOf, UploadSteps } from './upload-steps';
import { UploadQueries, type UploadShown } from './uploads.queries';

/** Up to so many invoices in so many bytes are answered for while the sender waits. */
export const AT_ONCE_INVOICES = 1000;
const AT_ONCE_BYTES = 32 * 1024 * 1024;

interface Delivery {
  readonly files: readonly KeptFile[];
  readonly mode: UploadMode;
  readonly side: UploadSide;
  /** Null: too many to wait for. */
  readonly candidates: readonly Candidate[] | null;
}

@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly once: Once,
    private readonly documents: Documents,
    private readonly reader: UploadReader,
    private readonly intake: TakeInOrPlan,
    private readonly steps: UploadSteps,
    private readonly queries: UploadQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.upload_empty, and whatever is wrong with the files' transport */
  async execute(
    command: Command,
    incoming: AsyncIterable<IncomingFile>,
    mode: UploadMode = 'direct',
    side: UploadSide = 'receivables',
  ): Promise<UploadShown> {
    const files: KeptFile[] = [];
    for await (const { name, bytes } of incoming) files.push(await this.documents.keep(name, bytes));
    if (files.length === 0) throw errors.upload_empty();
    const isShort = bytesOf(files) <= AT_ONCE_BYTES;
    const { organisationId } = command.actor;
    const candidates = isShort ? await this.reader.atMost(AT_ONCE_INVOICES, organisationId, files) : null;
    const delivery = { files, mode, side, candidates };
    return this.once.run(withContent(command, hashOf(delivery)), (tx) => this.write(tx, command, delivery));
  }

  private async write(tx: Tx, { actor }: Command, delivery: Delivery): Promise<UploadShown> {
    const { files, candidates } = delivery;
    const documentIds = await this.documents.record(tx, actor, files);
    const upload = this.newUpload(actor, delivery);
    if (candidates === null) {
      await this.steps.received(tx, actor, upload, documentIds);
      await this.steps.queue(tx, upload.id);
      return this.queries.read(tx, actor, upload.id);
    }
    const stage = stageOf(upload);
    const maker = upload.side === 'payables' ? actor : null;
    const place = { uploadId: upload.id, stage, documentIds, maker };
    const outcomes = await this.intake.execute(tx, actor, place, candidates);
    const counted = { ...upload, ...countsOf(outcomes), rowsDone: outcomes.length };
    await this.steps.received(tx, actor, counted, documentIds);
    await this.steps.keep(tx, upload.id, stage, outcomes);
    return this.queries.read(tx, actor, upload.id);
  }

  private newUpload(actor: Actor, { files, mode, side, candidates }: Delivery): Upload {
    const { organisationId, userId } = actor;
    const now = this.clock.now();
    const bytesTotal = bytesOf(files).toString();
    const done = mode === 'plan' ? 'planned' : 'applied';
    return {
      id: newId<'upload'>(shardFor(organisationId)),
      ...{ organisationId, mode, side, bytesTotal, uploaderId: userId, files: files.length, isWhole: false },
      ...(side === 'payables' ? madeBy(actor) : NOBODYS_ANSWERS),
      ...NO_OUTCOMES,
      state: candidates === null ? 'reading' : done,
      rowsDone: 0,
      bytesDone: candidates === null ? '0' : bytesTotal,
      ...{
        receivedAt: now,
        begunAt: now,
        movedAt: now,
        withdrawn: null,
        kept: null,
        undoneRows: 0,
        version: 1,
      },
    };
  }
}

const bytesOf = (files: readonly KeptFile[]): number =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

function hashOf({ files, mode }: Delivery): string {
  const content = files.map(({ name, sha256 }) => [name, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([mode, ...content]))
    .digest('hex');
}
