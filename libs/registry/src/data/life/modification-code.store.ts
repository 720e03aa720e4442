// The only file that queries registry.modification_code.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';

export interface CodeLine {
  readonly id: string;
  readonly filingId: string;
  readonly reason: 'issued' | 'secured_parties_changed';
  /** Null: no code is in force from here on. */
  readonly codeHash: Buffer | null;
  readonly at: Date;
  readonly byUser: string;
  readonly byOrganisation: string;
}

@Injectable()
export class ModificationCodeStore {
  /** The hash of the code in force; null: there is none. Unscoped: a code is compared with it, and it is shown to nobody. */
  async inForce(on: Reads, filingId: string): Promise<Buffer | null> {
    const [last] = await query<{ codeHash: Buffer | null }>(
      on,
      `select code_hash as "codeHash" from registry.modification_code where filing_id = $1
       order by ordinal desc limit 1`,
      [filingId],
    );
    return last?.codeHash ?? null;
  }

  /** The registration is locked. */
  async add(tx: Tx, { id, filingId, reason, codeHash, at, byUser, byOrganisation }: CodeLine): Promise<void> {
    await query(
      tx,
      `insert into registry.modification_code (id, filing_id, ordinal, code_hash, reason, at, by_user, by_organisation)
       select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7
       from registry.modification_code where filing_id = $2`,
      [id, filingId, codeHash, reason, at, byUser, byOrganisation],
    );
  }
}
