// The only file that queries receivables.confirmation_signature, the book of what was signed.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';

/** A statement as it was signed: its canonical JSON, and the signature over that text, base64. */
export interface Signature {
  readonly confirmationId: string;
  readonly keyId: string;
  readonly statement: string;
  readonly signature: string;
  readonly signedAt: Date;
}

@Injectable()
export class SignatureStore {
  async add(tx: Tx, signatures: readonly Signature[]): Promise<void> {
    if (signatures.length === 0) return;
    await query(
      tx,
      `insert into receivables.confirmation_signature (confirmation_id, key_id, statement, signature, signed_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])`,
      [
        signatures.map(({ confirmationId }) => confirmationId),
        signatures.map(({ keyId }) => keyId),
        signatures.map(({ statement }) => statement),
        signatures.map(({ signature }) => signature),
        signatures.map(({ signedAt }) => signedAt),
      ],
    );
  }

  /** Which of these texts were signed into an answer before; whoever holds the key holds its answers. */
  async used(on: Reads, scope: Scope, signatures: readonly string[]): Promise<Set<string>> {
    const rows = await query<{ signature: string }>(
      on,
      `select s.signature from receivables.confirmation_signature s
       join receivables.signing_key k on k.id = s.key_id
       where s.signature = any($2) and ($1::uuid[] is null or k.organisation_id = any($1))`,
      [scopeParam(scope), signatures],
    );
    return new Set(rows.map(({ signature }) => signature));
  }

  /** Of answers to receivables whose supplier or debtor is in scope. */
  async ofConfirmations(on: Reads, scope: Scope, confirmationIds: readonly string[]): Promise<Signature[]> {
    return query<Signature>(
      on,
      `select s.confirmation_id as "confirmationId", s.key_id as "keyId", s.statement, s.signature,
         s.signed_at as "signedAt"
       from receivables.confirmation_signature s
       join receivables.confirmation c on c.id = s.confirmation_id
       join receivables.receivable r on r.id = c.receivable_id
       where s.confirmation_id = any($2)
         and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))`,
      [scopeParam(scope), confirmationIds],
    );
  }
}
