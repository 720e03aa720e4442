// What objections and revocations take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import type { ObjectionStamp } from '../../data/objections/objection.store';
import {
  CAPACITIES,
  type Capacity,
  OBJECTION_STATES,
  type ObjectionProof,
  type ObjectionState,
  PROOF_KINDS,
  type ProofKind,
} from '../../domain/objection/objection';
import {
  REVOCATION_DECISIONS,
  REVOCATION_STATES,
  type RevocationDecision,
  type RevocationState,
} from '../../domain/objection/revocation';
import type { ObjectionAnswer, ObjectionFilter } from '../../use-cases/objections/objections.queries';
import type { RevocationAnswer, RevocationFilter } from '../../use-cases/objections/revoke-filing';

const blank = { optional: true, nullable: true };
const orNull = { nullable: true };
const HASH = 'SHA-256 of the document, which you keep: 64 hexadecimal digits';

export class ObjectionBody {
  @TextField(32, 'Number of the registration') number!: string;
  @TextField(200, 'Legal name of who objects') objector!: string;
  @TextField(500, 'What is wrong with the registration') reason!: string;
  @TextField(200, 'Name of the file with the evidence', blank) evidenceName?: string | null;
  @TextField(64, HASH, blank) evidenceSha256?: string | null;
}
export class ObjectionWithdrawalBody {
  @TextField(500, 'Why') reason!: string;
}
export class ObjectionProofBody {
  @CodeField(PROOF_KINDS, 'A lawsuit or an arbitration') kind!: ProofKind;
  @TextField(200, 'Court or tribunal') body!: string;
  @TextField(100, 'Number of the case') caseNumber!: string;
  @DateField('When it took the case') acceptedOn!: LocalDate;
  @TextField(64, HASH, blank) documentSha256?: string | null;
}
export class ObjectionsQuery extends PageQuery implements ObjectionFilter {
  @IdField('Only those to this registration', { optional: true }) filingId?: string;
  @CodeField(OBJECTION_STATES, 'Only those in this state', { optional: true }) state?: ObjectionState;
}

export class ObjectionProofView implements ObjectionProof {
  @CodeField(PROOF_KINDS, 'A lawsuit or an arbitration') kind!: ProofKind;
  @TextField(200, 'Court or tribunal') body!: string;
  @TextField(100, 'Number of the case') caseNumber!: string;
  @DateField('When it took the case') acceptedOn!: LocalDate;
  @TextField(64, 'SHA-256 of the document', orNull) documentSha256!: string | null;
}
export class ObjectionView implements ObjectionAnswer {
  @IdField('Id of the objection') id!: string;
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Number of the registration') filingNumber!: string;
  @TextField(18, 'Number of the objection') number!: string;
  @InstantField('When it was filed') filedAt!: string;
  @InstantField('When it lapses without proof') lapsesAt!: string;
  @DateField('By when the objector tells the secured parties') notifyBy!: LocalDate;
  @DateField('The last day on which the case may be shown') proofDueOn!: LocalDate;
  @CodeField(CAPACITIES, 'As what the registration names the objector') capacity!: Capacity;
  @TextField(200, 'Who objects') objector!: string;
  @TextField(500, 'What is wrong with the registration') reason!: string;
  @TextField(200, 'Name of the file with the evidence', orNull) evidenceName!: string | null;
  @TextField(64, 'SHA-256 of the evidence', orNull) evidenceSha256!: string | null;
  @CodeField(OBJECTION_STATES, 'State') state!: ObjectionState;
  @ObjectField(() => ObjectionProofView, 'The case that was shown', orNull) proof!: ObjectionProofView | null;
  @InstantField('When it was withdrawn or lapsed', orNull) endedAt!: string | null;
  @TextField(18, 'Number of its withdrawal or lapse', orNull) endNumber!: string | null;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class ObjectionPage extends PageOf(ObjectionView) {}

/** An objection that stands, as whoever searches sees it. */
export class ObjectionStampView implements ObjectionStamp {
  @TextField(18, 'Number of the objection') number!: string;
  @InstantField('When it was filed') filedAt!: string;
  @CodeField(CAPACITIES, 'As what the registration names the objector') capacity!: Capacity;
  @TextField(200, 'Who objects') objector!: string;
  @TextField(500, 'What is wrong with the registration') reason!: string;
  @FlagField('A court or a tribunal has taken the case') proved!: boolean;
}

export class RevocationBody {
  @TextField(200, 'The court') court!: string;
  @TextField(100, 'Number of the judgment or order') documentNumber!: string;
  @TextField(64, HASH) documentSha256!: string;
  @DateField('Day of the judgment or order') orderedOn!: LocalDate;
}
export class RevocationDecisionBody {
  @CodeField(REVOCATION_DECISIONS, 'Whether it agrees with the document') decision!: RevocationDecision;
  @TextField(500, 'Why it is declined', blank) reason?: string | null;
}
export class RevocationsQuery extends PageQuery implements RevocationFilter {
  @CodeField(REVOCATION_STATES, 'Only those in this state', { optional: true }) state?: RevocationState;
}
export class RevocationView implements RevocationAnswer {
  @IdField('Id of the revocation') id!: string;
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Number of the registration') filingNumber!: string;
  @TextField(200, 'The court') court!: string;
  @TextField(100, 'Number of the judgment or order') documentNumber!: string;
  @TextField(64, 'SHA-256 of the judgment or order') documentSha256!: string;
  @DateField('Day of the judgment or order') orderedOn!: LocalDate;
  @InstantField('When it was entered') askedAt!: string;
  @CodeField(REVOCATION_STATES, 'State') state!: RevocationState;
  @InstantField('When it was decided', orNull) decidedAt!: string | null;
  @TextField(500, 'Why it was declined', orNull) decisionReason!: string | null;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class RevocationPage extends PageOf(RevocationView) {}
