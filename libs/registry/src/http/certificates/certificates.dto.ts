// What certificates take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  TextField,
} from '#platform';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  type StatutoryStamp,
} from '../../formats/certificate/certificate';
import type { CertificateLine, CertificateSection } from '../../formats/certificate/certificate-lines';
import { FILING_STATES, type FilingState, type Standing, STANDINGS } from '../../domain/filing';
import type { CertificateVerification } from '../../use-cases/certificates/certificates.queries';
import type { CertificateAnswer } from '../../use-cases/certificates/issue-certificate';

const orNull = { nullable: true };

export class VerificationQuery {
  @TextField(40, 'The number of the certificate') number!: string;
  @TextField(40, 'The verification code printed on the certificate', { optional: true }) code?: string;
}

export class CertificateView implements CertificateAnswer {
  @IdField('Id of the certificate') id!: string;
  @TextField(18, 'Number: that of the registration, event or search') number!: string;
  @IntField(1, 1_000_000, 'Edition: another one after another statutory registration became known')
  edition!: number;
  @CodeField(CERTIFICATE_KINDS, 'What is certified') kind!: CertificateKind;
  @InstantField('When it was issued') issuedAt!: string;
  @TextField(16, 'Verification code, printed on it') code!: string;
  @TextField(64, 'SHA-256 of the content') contentHash!: string;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}

export class StatutoryStampView implements StatutoryStamp {
  @TextField(64, 'Number of the statutory registration') number!: string;
  @InstantField('Time of the statutory registration') registeredAt!: string;
}

class BilingualView {
  @TextField(20_000, 'English') en!: string;
  @TextField(20_000, 'Chinese') zh!: string;
}
export class CertificateLineView implements CertificateLine {
  @ObjectField(() => BilingualView, 'What it is') label!: BilingualView;
  @ObjectField(() => BilingualView, 'What it says') value!: BilingualView;
}
export class CertificateSectionView implements CertificateSection {
  @ObjectField(() => BilingualView, 'Title', orNull) title!: BilingualView | null;
  @ListField(() => CertificateLineView, 'Lines', { max: 2_000 }) lines!: CertificateLineView[];
}

export class CertificateVerificationView implements CertificateVerification {
  @TextField(18, 'Number') number!: string;
  @IntField(1, 1_000_000, 'Edition') edition!: number;
  @CodeField(CERTIFICATE_KINDS, 'What is certified') kind!: CertificateKind;
  @InstantField('When it was issued') issuedAt!: string;
  @InstantField('Our own time of what is certified') recordedAt!: string;
  @CodeField(STANDINGS, 'Whether our time is the statutory one') standing!: Standing;
  @ObjectField(() => StatutoryStampView, 'The statutory registration, where one is recorded', orNull)
  statutory!: StatutoryStampView | null;
  @TextField(64, 'SHA-256 of the content') contentHash!: string;
  @CodeField(FILING_STATES, 'What became of the registration since', orNull) stateNow!: FilingState | null;
  @FlagField('Whether it is the newest edition') newest!: boolean;
  @ListField(() => CertificateSectionView, 'What it says, for whoever gives its code', {
    max: 10,
    nullable: true,
  })
  sections!: CertificateSectionView[] | null;
}
