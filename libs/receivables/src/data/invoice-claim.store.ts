// The only file that queries receivables.invoice_claim: one claim key belongs to one receivable, until that is
// taken back with the upload that made it.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';

export interface InvoiceClaim {
  readonly key: string;
  readonly receivableId: string;
}

@Injectable()
export class InvoiceClaimStore {
  /**
   * Claims keys for new receivables, in the order given; the receivables that got theirs. Of two with one key the
   * earlier gets it. Waits for another upload that is just claiming the same key.
   */
  async claim(tx: Tx, claims: readonly InvoiceClaim[]): Promise<string[]> {
    if (claims.length === 0) return [];
    const rows = await query<{ receivableId: string }>(
      tx,
      `insert into receivables.invoice_claim (claim_key, receivable_id)
       select key, receivable_id
       from unnest($1::text[], $2::uuid[]) with ordinality as n (key, receivable_id, place) order by place
       on conflict (claim_key) do nothing returning receivable_id as "receivableId"`,
      [claims.map(({ key }) => key), claims.map(({ receivableId }) => receivableId)],
    );
    return rows.map(({ receivableId }) => receivableId);
  }

  /** Of locked receivables that are taken back: from now on another may claim the invoice. */
  async release(tx: Tx, receivableIds: readonly string[]): Promise<void> {
    await query(tx, 'delete from receivables.invoice_claim where receivable_id = any($1)', [receivableIds]);
  }

  /** Unscoped: a key is taken whoever holds it. For decisions, never for a view as it stands. */
  async holders(on: Reads, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<InvoiceClaim>(
      on,
      `select claim_key as key, receivable_id as "receivableId" from receivables.invoice_claim
       where claim_key = any($1)`,
      [keys],
    );
    return new Map(rows.map(({ key, receivableId }) => [key, receivableId]));
  }
}
