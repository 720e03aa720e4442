// Reads certificates: the files for those whose subject it is, and for everyone what a number or a paper in hand is worth.
import { Injectable } from '@nestjs/common';
import { LogKey, signNote } from '#audit';
import { Db, type Scope } from '#platform';
import { CertificateStore, type StoredCertificate } from '../../data/certificates/certificate.store';
import { type CertificateKind, codeOf, type StatutoryStamp } from '../../formats/certificate/certificate';
import { type CertificateSection, certificateSections } from '../../formats/certificate/certificate-lines';
import { sealLine, sealText } from '../../formats/certificate/sealed-pdf';
import { errors } from '../../domain/errors';
import type { FilingState, Standing } from '../../domain/filing';
import { certificatePdf } from '../../formats/certificate/certificate-pdf';
import { CertificateReaders } from './certificate-readers';
import { contentOf } from './issue-certificate';
import { VerificationBrake } from './verification-brake';

/** What anyone learns of a certificate. */
export interface CertificateVerification {
  readonly number: string;
  readonly edition: number;
  readonly kind: CertificateKind;
  readonly issuedAt: string;
  readonly recordedAt: string;
  readonly standing: Standing;
  readonly statutory: StatutoryStamp | null;
  readonly contentHash: string;
  /** What became of the registration since; null for a search. */
  readonly stateNow: FilingState | null;
  /** Whether this is the newest edition. */
  readonly newest: boolean;
  /** What the certificate says, for whoever has its code; else null. */
  readonly sections: readonly CertificateSection[] | null;
}

export interface CertificateFile<Content> {
  readonly number: string;
  readonly content: Content;
}

@Injectable()
export class CertificateQueries {
  constructor(
    private readonly db: Db,
    private readonly certificates: CertificateStore,
    private readonly subjects: CertificateReaders,
    private readonly key: LogKey,
    private readonly brake: VerificationBrake,
  ) {}

  /** @throws registry.certificate_not_found also when it is another's */
  async receipt(scope: Scope, id: string): Promise<CertificateFile<string>> {
    const { number, receipt } = await this.readable(scope, id);
    return { number, content: receipt };
  }

  /** Sealed; the same certificate gives the same bytes. */
  async pdf(scope: Scope, id: string): Promise<CertificateFile<Buffer>> {
    const certificate = await this.readable(scope, id);
    const { receipts } = JSON.parse(certificate.receipt) as { receipts: { checkpoint: string }[] };
    const pdf = await certificatePdf({
      content: contentOf(certificate),
      receipt: certificate.receipt,
      checkpoint: receipts[0]?.checkpoint ?? '',
    });
    const note = signNote(sealText(pdf), await this.key.signer());
    return { number: certificate.number, content: Buffer.concat([pdf, Buffer.from(sealLine(note))]) };
  }

  /**
   * For anyone: numbers can be guessed, so without the code it says that the certificate exists and which clock it goes by,
   * of nobody what it is about.
   * @throws registry.certificate_not_found (404) also when the code is another's, registry.certificate_asked_too_often (429)
   */
  async verification(
    number: string,
    code: string | undefined,
    address: string,
  ): Promise<CertificateVerification> {
    this.brake.charge(address);
    const editions = await this.certificates.editions(this.db.reads, number);
    const given = code?.toLowerCase().replace(/[\s-]/gu, '');
    const found = editions.find(({ contentHash }) => given === undefined || codeOf(contentHash) === given);
    if (!found) throw errors.certificate_not_found();
    const content = contentOf(found);
    const { kind, edition, issuedAt, recordedAt, standing, statutory } = content;
    return {
      ...{ number, edition, kind, issuedAt, recordedAt, standing, statutory },
      contentHash: found.contentHash,
      stateNow: await this.subjects.stateNow(found),
      newest: found === editions[0],
      sections: given === undefined ? null : certificateSections(content),
    };
  }

  private async readable(scope: Scope, id: string): Promise<StoredCertificate> {
    const found = await this.certificates.byId(this.db.reads, id);
    if (!found || !(await this.subjects.sees(scope, found))) throw errors.certificate_not_found();
    return found;
  }
}
