// What certificates need of the log: the receipt of the deed they rest on, the key, and a deed of their own.
import { Injectable } from '@nestjs/common';
import { attest, AuditLog, type By, type DeedReceipt, LogKey, type Receipt, Receipts } from '#audit';
import { canonicalJson, invariant } from '#kernel';
import { EVERYONE, type Tx } from '#platform';
import type { StoredCertificate } from '../../data/certificates/certificate.store';
import { CERTIFICATE_FORMAT, type CertificateContent } from '../../formats/certificate/certificate';
import type { CertificateSubject } from './certificate-content';

export interface Grounded {
  readonly subject: CertificateSubject;
  readonly receipt: Receipt;
}

@Injectable()
export class CertificateLog {
  constructor(
    private readonly receipts: Receipts,
    private readonly key: LogKey,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The subject with the version of the deed it rests on, and the receipt of that deed with both parts closed: what was done
   * is stated in the certificate, by whom is nobody's business.
   */
  async ground(subject: CertificateSubject): Promise<Grounded> {
    const counted = await this.receipt(subject, subject.subjectVersion);
    const isEnd = subject.kind === 'objection_withdrawal' || subject.kind === 'objection_lapse';
    if (!isEnd || counted?.leaf.at === subject.recordedAt) return grounded(subject, counted);
    return grounded(subject, await this.receipt(subject, subject.subjectVersion + 1));
  }

  private async receipt(
    { subjectId }: CertificateSubject,
    subjectVersion: number,
  ): Promise<DeedReceipt | undefined> {
    const [found] = await this.receipts.ofSubject(EVERYONE, { subjectId, subjectVersion, limit: 1 });
    return found;
  }

  async signing(): Promise<(content: CertificateContent, receipt: Receipt) => string> {
    const signer = await this.key.signer();
    return (content, receipt) =>
      canonicalJson(attest({ format: CERTIFICATE_FORMAT, content, receipts: [receipt] }, signer));
  }

  async record(tx: Tx, by: By, certificate: StoredCertificate): Promise<void> {
    const { id, number, edition, kind, contentHash } = certificate;
    await this.audit.record(tx, by, [
      {
        action: 'registry.certificate_issued',
        subjectType: 'registry.certificate',
        subjectId: id,
        subjectVersion: 1,
        details: { number, edition, kind, contentHash },
      },
    ]);
  }
}

function grounded(subject: CertificateSubject, found: DeedReceipt | undefined): Grounded {
  invariant(found, 'what is in the register has a deed');
  const receipt = closed(found);
  return { subject: { ...subject, subjectVersion: receipt.leaf.subjectVersion }, receipt };
}

const closed = ({ id: _, ...receipt }: DeedReceipt): Receipt => ({ ...receipt, opened: {} });
