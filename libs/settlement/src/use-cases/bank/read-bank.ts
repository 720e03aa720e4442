// Reads what the bank has sent since the last time: statements go to the financiers whose accounts they speak of,
// answers to the payouts they answer. How far it was read is kept, and what is read twice changes nothing.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { type Clock, newId } from '#kernel';
import { CLOCK, Db, Log } from '#platform';
import { BankLineStore, type ReceivedDocument } from '../../data/bank-line.store';
import { BANK_PORT, type BankDocument, type BankPort } from '../../domain/bank-port';
import { OpenDocument } from './open-document';

type Read = Pick<ReceivedDocument, 'outcome' | 'details'>;

/** How often one document may fail before the line goes on without it. */
const MOST_TRIES = 5;
const MOST_NAME = 200;

@Injectable()
export class ReadBank {
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly db: Db,
    private readonly store: BankLineStore,
    private readonly opening: OpenDocument,
    private readonly audit: AuditLog,
    @Inject(BANK_PORT) private readonly bank: BankPort | null,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Answers how many documents there were. Throws when the bank is out of reach, or one of them cannot be read yet. */
  async execute(): Promise<number> {
    if (!this.bank) return 0;
    const from = await this.store.cursor(this.db.reads);
    const { documents, cursor } = await this.bank.documentsSince(from);
    if (cursor === from || documents.length === 0) return 0;
    for (const document of documents) await this.receive(document);
    await this.db.run((tx) => this.store.moveCursor(tx, from, cursor, this.clock.now()));
    return documents.length;
  }

  private async receive(document: BankDocument): Promise<void> {
    const { name, content } = document;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { outcome, details } = await this.read(document, sha256);
    const id = newId<'bank_document'>(0);
    await this.db.run(async (tx) => {
      const received = {
        ...{ id, name: name.slice(0, MOST_NAME), sha256, content: Buffer.from(content), outcome, details },
        receivedAt: this.clock.now(),
      };
      if (!(await this.store.addDocument(tx, received))) return;
      await this.audit.record(tx, THE_PLATFORM, [
        {
          action: 'settlement.bank_document_received',
          ...{ subjectType: 'bank_document', subjectId: id, subjectVersion: 1 },
          details: { name: received.name, sha256, outcome },
        },
      ]);
    });
  }

  /** One document that always fails shall not hold up those behind it: it is put aside for a person. */
  private async read(document: BankDocument, sha256: string): Promise<Read> {
    try {
      const read = await this.opening.execute(document);
      this.tries.delete(sha256);
      return read;
    } catch (error) {
      const tries = (this.tries.get(sha256) ?? 0) + 1;
      this.tries.set(sha256, tries);
      if (tries < MOST_TRIES) throw error;
      this.log.error(error, `document ${document.name} of the bank`);
      this.tries.delete(sha256);
      return {
        outcome: 'failed',
        details: { reason: error instanceof Error ? error.message : String(error) },
      };
    }
  }
}
