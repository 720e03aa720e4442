// The only file that queries registry.certificate, and what a number is the number of.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type { CertificateKind } from '../../formats/certificate/certificate';
import { instantSql } from '../rows/instant-sql';

export interface StoredCertificate {
  readonly id: string;
  readonly number: string;
  readonly edition: number;
  readonly kind: CertificateKind;
  readonly subjectId: string;
  readonly contentHash: string;
  /** Canonical JSON of the signed receipt. */
  readonly receipt: string;
  readonly issuedAt: string;
  readonly issuedByUser: string;
  readonly issuedByOrganisation: string;
}

const SELECT = `select id, number, edition, kind, subject_id as "subjectId", content_hash as "contentHash", receipt,
  ${instantSql('issued_at')} as "issuedAt", issued_by_user as "issuedByUser",
  issued_by_organisation as "issuedByOrganisation" from registry.certificate`;

@Injectable()
export class CertificateStore {
  /** False when that edition was issued meanwhile. */
  async add(tx: Tx, certificate: StoredCertificate): Promise<boolean> {
    const rows = await query(
      tx,
      `insert into registry.certificate (id, number, edition, kind, subject_id, content_hash, receipt, issued_at,
         issued_by_user, issued_by_organisation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict on constraint certificate_edition do nothing returning id`,
      [
        certificate.id,
        certificate.number,
        certificate.edition,
        certificate.kind,
        certificate.subjectId,
        certificate.contentHash,
        certificate.receipt,
        certificate.issuedAt,
        certificate.issuedByUser,
        certificate.issuedByOrganisation,
      ],
    );
    return rows.length > 0;
  }

  /** Unscoped: whoever shows one asks first whether its subject may be seen, or shows what everyone may know. */
  async byId(on: Reads, id: string): Promise<StoredCertificate | null> {
    const [row] = await query<StoredCertificate>(on, `${SELECT} where id = $1`, [id]);
    return row ?? null;
  }

  /** Unscoped: as the one above. The newest first. */
  async editions(on: Reads, number: string): Promise<StoredCertificate[]> {
    return query<StoredCertificate>(on, `${SELECT} where number = $1 order by edition desc`, [number]);
  }
}
