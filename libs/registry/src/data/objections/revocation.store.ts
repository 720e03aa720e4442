// The only file that queries registry.revocation and its decisions.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type {
  CourtOrder,
  Revocation,
  RevocationDecision,
  RevocationState,
} from '../../domain/objection/revocation';
import { instantSql } from '../rows/instant-sql';

export interface RevocationRow extends CourtOrder {
  readonly id: string;
  readonly filingId: string;
  readonly askedBy: string;
  readonly askedByOrganisation: string;
  readonly askedAt: string;
}
export interface DecisionRow {
  readonly revocationId: string;
  readonly askedBy: string;
  readonly decision: RevocationDecision;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

const SELECT = `select r.id, r.filing_id as "filingId", f.number as "filingNumber", r.court,
    r.document_number as "documentNumber", r.document_sha256 as "documentSha256", r.ordered_on as "orderedOn",
    r.asked_by as "askedBy", ${instantSql('r.asked_at')} as "askedAt", d.decision, d.reason as "decisionReason",
    ${instantSql('d.decided_at')} as "decidedAt"
  from registry.revocation r join registry.filing f on f.id = r.filing_id
  left join registry.revocation_decision d on d.revocation_id = r.id`;

@Injectable()
export class RevocationStore {
  async add(tx: Tx, row: RevocationRow): Promise<void> {
    await query(
      tx,
      `insert into registry.revocation (id, filing_id, court, document_number, document_sha256, ordered_on,
         asked_by, asked_by_organisation, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[row.id, row.filingId, row.court, row.documentNumber, row.documentSha256, row.orderedOn],
        ...[row.askedBy, row.askedByOrganisation, row.askedAt],
      ],
    );
  }

  async decide(tx: Tx, row: DecisionRow): Promise<void> {
    await query(
      tx,
      `insert into registry.revocation_decision (revocation_id, asked_by, decision, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.revocationId, row.askedBy, row.decision, row.reason, row.decidedBy, row.decidedAt],
    );
  }

  /** Unscoped: the operator revokes whichever registration a court names. */
  async byId(on: Reads, id: string): Promise<Revocation | null> {
    const [row] = await query<Revocation>(on, `${SELECT} where r.id = $1`, [id]);
    return row ?? null;
  }

  /** Unscoped, as above; asked while the filing is locked. */
  async waits(tx: Tx, filingId: string): Promise<boolean> {
    const rows = await query(tx, `${SELECT} where r.filing_id = $1 and d.revocation_id is null limit 1`, [
      filingId,
    ]);
    return rows.length > 0;
  }

  /** Unscoped: as the ones above. The newest first. */
  async page(
    on: Reads,
    asked: { readonly before: string; readonly take: number; readonly state: RevocationState | null },
  ): Promise<Revocation[]> {
    return query<Revocation>(
      on,
      `${SELECT} where r.id < $1 and ($3::text is null or $3 = case d.decision
         when 'approve' then 'approved' when 'decline' then 'declined' else 'waiting' end)
       order by r.id desc limit $2`,
      [asked.before, asked.take, asked.state],
    );
  }
}
