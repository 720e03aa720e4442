// What certificates need of the log: the receipt of the deed they rest on, the key, and a deed of their own.
import { Injectable } from '@nestjs/common';
import { attest, AuditLog, type By, type DeedReceipt, LogKey, type Receipt, Receipts } from '#audit';
import { canonicalJson, invariant } from '#kernel';
import { EVERYONE, type Tx } from '#platform';
import type { StoredCertificate } from '../../data/certificates/certificate.store';
import { CERTIFICATE_FORMAT, type CertificateContent } from '../../formats/certificate/certificate';
import type { CertificateSubject } from './certificate-content';

@Injectable()
export class CertificateLog {
  constructor(
    private readonly receipts: Receipts,
    private readonly key: LogKey,
    private readonly audit: AuditLog,
  ) {}

  /** With both parts closed: what was done is stated in the certificate, by whom is nobody's business. */
  async receipt({ subjectId, subjectVersion }: CertificateSubject): Promise<Receipt> {
    const [found] = await this.receipts.ofSubject(EVERYONE, { subjectId, subjectVersion, limit: 1 });
    invariant(found, 'what is in the register has a deed');
    return closed(found);
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

const closed = ({ id: _, ...receipt }: DeedReceipt): Receipt => ({ ...receipt, opened: {} });
