// Receives a delivery of invoice files. Files are stored and read first, outside the transaction; then one set-based
// transaction judges every invoice, registers what can be claimed, and keeps the outcome of each.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { Documents, type KeptFile, readInvoices } from '#documents';
import { type Clock, newId, shardFor, todayOf } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx, withContent } from '#platform';
import type { Upload } from '../data/upload.entity';
import { type Outcome, UploadStore } from '../data/upload.store';
import { errors } from '../domain/errors';
import type { Candidate, OutcomeStatus } from '../domain/intake';
import { candidateOf } from './candidate';
import { chunksOf } from './chunks';
import { TakeInInvoices } from './intake/take-in-invoices';
import { FIRST_OUTCOMES, uploadShown, type UploadShown } from './uploads.queries';

export const MAX_INVOICES = 100_000;

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Delivery {
  readonly files: readonly KeptFile[];
  readonly candidates: readonly Candidate[];
}

@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly once: Once,
    private readonly documents: Documents,
    private readonly intake: TakeInInvoices,
    private readonly uploads: UploadStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.upload_empty, receivables.too_many_invoices, and whatever is wrong with the files' transport */
  async execute(command: Command, files: AsyncIterable<IncomingFile>): Promise<UploadShown> {
    const delivery = await this.read(files);
    const content = delivery.files.map(({ name, sha256 }) => [name, sha256]);
    const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    return this.once.run(withContent(command, contentHash), (tx) => this.write(tx, command.actor, delivery));
  }

  private async read(incoming: AsyncIterable<IncomingFile>): Promise<Delivery> {
    const files: KeptFile[] = [];
    const candidates: Candidate[] = [];
    for await (const { name, bytes } of incoming) {
      const file = await this.documents.keep(name, bytes);
      const index = files.push(file) - 1;
      for (const reading of await readInvoices(bytes, { today: todayOf(this.clock) })) {
        const position = candidates.length + 1;
        candidates.push(candidateOf(reading, { position, file: index, fileName: file.name }));
      }
      if (candidates.length > MAX_INVOICES) throw errors.too_many_invoices({ limit: MAX_INVOICES });
    }
    if (files.length === 0) throw errors.upload_empty();
    return { files, candidates };
  }

  private async write(tx: Tx, actor: Actor, { files, candidates }: Delivery): Promise<UploadShown> {
    const documentIds = await this.documents.record(tx, actor, files);
    const documentOf = ({ file }: Candidate): string => documentIds[file] ?? '';
    const outcomes = await this.intake.execute(tx, actor, candidates, documentOf);
    const upload = await this.keep(tx, actor, files.length, outcomes);
    const shown = outcomes.slice(0, FIRST_OUTCOMES + 1);
    return uploadShown(upload, shown, FIRST_OUTCOMES);
  }

  private async keep(tx: Tx, actor: Actor, files: number, outcomes: readonly Outcome[]): Promise<Upload> {
    const { organisationId, userId } = actor;
    const count = (status: OutcomeStatus) => outcomes.filter(({ outcome }) => outcome === status).length;
    const counts = {
      accepted: count('accepted'),
      flagged: count('flagged'),
      refused: count('refused'),
      duplicates: count('duplicate'),
    };
    const upload: Upload = {
      id: newId<'upload'>(shardFor(organisationId)),
      organisationId,
      uploaderId: userId,
      files,
      ...counts,
      receivedAt: this.clock.now(),
    };
    await this.uploads.add(tx, upload);
    for (const chunk of chunksOf(outcomes)) await this.uploads.addOutcomes(tx, upload.id, chunk);
    const deed = {
      action: 'receivables.upload_received',
      subjectType: 'upload',
      subjectId: upload.id,
      subjectVersion: 1,
      details: { files, ...counts },
    };
    await this.audit.record(tx, actor, [deed]);
    return upload;
  }
}
