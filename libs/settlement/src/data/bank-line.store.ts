// The only file that queries what came over the line to the bank, and how far it was read.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';

export const DOCUMENT_OUTCOMES = ['imported', 'answer', 'refused', 'unclaimed', 'failed'] as const;
/**
 * Statements that were imported, an answer to an instruction, nothing that can be read, statements of accounts that
 * are no financier's, or what made the reading fail: then a person looks at it.
 */
export type DocumentOutcome = (typeof DOCUMENT_OUTCOMES)[number];

/** A row of a book. */
export interface ReceivedDocument {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
  readonly outcome: DocumentOutcome;
  readonly details: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
}

@Injectable()
export class BankLineStore {
  /** False when the same content came before. */
  async addDocument(tx: Tx, document: ReceivedDocument): Promise<boolean> {
    const { id, name, sha256, content, outcome, details, receivedAt } = document;
    const rows = await query(
      tx,
      `insert into settlement.bank_document (id, name, sha256, content, outcome, details, received_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (sha256) do nothing returning id`,
      [id, name, sha256, content, outcome, JSON.stringify(details), receivedAt],
    );
    return rows.length > 0;
  }

  /** Unscoped: the line serves every financier. */
  async cursor(on: Reads): Promise<string | null> {
    const [row] = await query<{ cursor: string }>(on, 'select cursor from settlement.bank_cursor');
    return row?.cursor ?? null;
  }

  /** Goes on from where it was read; whoever read from an older place changes nothing. */
  async moveCursor(tx: Tx, from: string | null, to: string, readAt: Date): Promise<void> {
    await query(
      tx,
      from === null
        ? `insert into settlement.bank_cursor (line, cursor, read_at) values ('bank', $1, $2) on conflict do nothing`
        : 'update settlement.bank_cursor set cursor = $1, read_at = $2 where cursor = $3',
      from === null ? [to, readAt] : [to, readAt, from],
    );
  }
}
