// Issues a certificate: states what the register holds, signs it with the log's key over the receipt of the deed it rests
// on, and keeps it, so that whoever asks again gets the same.
import { Inject, Injectable, Optional } from '@nestjs/common';
import { canonicalJson, type Clock, invariant, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Db, Once } from '#platform';
import { CertificateStore, type StoredCertificate } from '../../data/certificates/certificate.store';
import {
  type CertificateContent,
  type CertificateKind,
  codeOf,
  contentHashOf,
} from '../../formats/certificate/certificate';
import { instantText, microsOf } from '../../domain/filing-time';
import { type CertificateSubject, CertificateSubjects } from './certificate-content';
import { CertificateLog } from './certificate-log';
import { CERTIFICATE_SITE, type CertificateSite } from './certificate-site';

export interface CertificateAnswer {
  readonly id: string;
  readonly number: string;
  readonly edition: number;
  readonly kind: CertificateKind;
  readonly issuedAt: string;
  /** Whoever gives it with the number has the certificate in hand. */
  readonly code: string;
  readonly contentHash: string;
  readonly actions: readonly string[];
}

export type CertifiedKind = 'registration' | 'event' | 'search';

@Injectable()
export class IssueCertificate {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly subjects: CertificateSubjects,
    private readonly certificates: CertificateStore,
    private readonly log: CertificateLog,
    @Inject(CLOCK) private readonly clock: Clock,
    /** A process without web pages prints the path alone. */
    @Optional() @Inject(CERTIFICATE_SITE) private readonly site: CertificateSite | null,
  ) {}

  /**
   * @throws registry.filing_not_found, registry.search_not_found (404), audit.not_sequenced_yet (409, retryable: the deed
   *   was done a moment ago)
   */
  async execute(command: Command, kind: CertifiedKind, id: string): Promise<CertificateAnswer> {
    const on = this.db.reads;
    const stated = await this.subjects[kind](on, command.actor.scope, id);
    const { subject, receipt } = await this.log.ground(stated);
    const sign = await this.log.signing();
    return this.once.run(command, async (tx) => {
      const [newest] = await this.certificates.editions(tx, subject.number);
      if (newest && isSame(newest, subject)) return answerOf(newest);
      const issuedAt = instantText(microsOf(this.clock.now()));
      const edition = (newest?.edition ?? 0) + 1;
      const content: CertificateContent = {
        ...subject,
        edition,
        issuedAt,
        verifyAt: `${this.site?.siteUrl ?? ''}/verify`,
      };
      const certificate: StoredCertificate = {
        id: newId<'certificate'>(shardOf(subject.subjectId)),
        number: subject.number,
        edition,
        kind: subject.kind,
        subjectId: subject.subjectId,
        contentHash: contentHashOf(content),
        receipt: sign(content, receipt),
        issuedAt,
        issuedByUser: command.actor.userId,
        issuedByOrganisation: command.actor.organisationId,
      };
      if (!(await this.certificates.add(tx, certificate))) return this.twin(subject.number);
      await this.log.record(tx, command.actor, certificate);
      return answerOf(certificate);
    });
  }

  /** Somebody issued the same edition at the same moment. */
  private async twin(number: string): Promise<CertificateAnswer> {
    const [newest] = await this.certificates.editions(this.db.reads, number);
    invariant(newest, 'an edition that was in the way exists');
    return answerOf(newest);
  }
}

export const contentOf = ({ receipt }: StoredCertificate): CertificateContent =>
  (JSON.parse(receipt) as { readonly content: CertificateContent }).content;

/** Without what belongs to the moment of issuing. */
const subjectOf = ({
  edition: _,
  issuedAt: __,
  verifyAt: ___,
  ...subject
}: CertificateContent): CertificateSubject => subject;

const isSame = (stored: StoredCertificate, subject: CertificateSubject): boolean =>
  canonicalJson(subjectOf(contentOf(stored))) === canonicalJson(subject);

function answerOf({
  id,
  number,
  edition,
  kind,
  issuedAt,
  contentHash,
}: StoredCertificate): CertificateAnswer {
  return { id, number, edition, kind, issuedAt, code: codeOf(contentHash), contentHash, actions: [] };
}
