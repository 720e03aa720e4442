// Receives a delivery of invoice files. Files are stored and read first, outside the transaction; then one set-based
// transaction judges every invoice, registers what can be claimed, and keeps the outcome of each.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { Documents, type KeptFile, readInvoices } from '#documents';
import { type Clock, newId, shardFor, todayOf } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, CLOCK, type Command, Once, type Tx, withContent } from '#platform';
import type { Upload } from '../data/upload.entity';
import { type Outcome, UploadStore } from '../data/upload.store';
import { errors } from '../domain/errors';
import { type Candidate, duplicateReason, judge, type Judged, type OutcomeStatus } from '../domain/intake';
import { candidateOf } from './candidate';
import { chunksOf } from './chunks';
import { type NewInvoice, RegisterReceivables, type Registration } from './register-receivables';
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
    private readonly organisations: Organisations,
    private readonly register: RegisterReceivables,
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
    const judged = await this.judgeAll(tx, actor.organisationId, candidates);
    const invoices = judged.flatMap((one): NewInvoice[] =>
      one.kind === 'claimable'
        ? [{ claimable: one.claimable, documentId: documentOf(one.claimable.candidate) }]
        : [],
    );
    const registrations = await this.register.execute(tx, actor, invoices);
    const byPosition = new Map(
      invoices.map(({ claimable }, index) => [claimable.candidate.position, registrations[index]]),
    );
    const outcomes = judged.map((one) => {
      const candidate = one.kind === 'kept' ? one.candidate : one.claimable.candidate;
      return outcomeOf(one, documentOf(candidate), byPosition.get(candidate.position));
    });
    const upload = await this.keep(tx, actor, files.length, outcomes);
    const shown = outcomes.slice(0, FIRST_OUTCOMES + 1);
    return uploadShown(upload, shown, FIRST_OUTCOMES);
  }

  private async judgeAll(tx: Tx, supplierId: string, candidates: readonly Candidate[]): Promise<Judged[]> {
    const judged: Judged[] = [];
    for (const chunk of chunksOf(candidates)) {
      const values = chunk.flatMap(({ status, sellerIds, buyerIds }) =>
        status === 'accepted' ? [...sellerIds, ...buyerIds] : [],
      );
      const found = await this.organisations.byIdentifierValues(tx, [...new Set(values)]);
      const known = new Map([...found].map(([value, { id }]) => [value, id]));
      for (const candidate of chunk) judged.push(judge(candidate, supplierId, known));
    }
    return judged;
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

function outcomeOf(judged: Judged, documentId: string, registration: Registration | undefined): Outcome {
  const candidate = judged.kind === 'kept' ? judged.candidate : judged.claimable.candidate;
  const { position, fileName, line, flags, number, buyerName, payable } = candidate;
  const about = {
    ...{ position, documentId, fileName, line, flags, payable, buyerName },
    invoiceNumber: number,
  };
  if (judged.kind === 'kept') {
    // Read as acceptable but kept means that the platform's own rules refused it.
    const outcome = candidate.status === 'accepted' ? 'refused' : candidate.status;
    return { ...about, outcome, reasons: judged.reasons, receivableId: null };
  }
  const receivableId = registration?.receivableId ?? null;
  if (registration?.isNew === true)
    return { ...about, outcome: 'accepted', reasons: candidate.reasons, receivableId };
  const reasons = [...candidate.reasons, duplicateReason(receivableId !== null)];
  return { ...about, outcome: 'duplicate', reasons, receivableId };
}
