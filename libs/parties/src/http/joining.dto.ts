// What the routes of joining take and give. Nothing here names a state or an office of the platform: an applicant
// cannot say what it becomes.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  CodeListField,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { CONTACT_SOURCES, type ContactSource } from '../domain/contact';
import {
  APPLICATION_STATES,
  type ApplicationState,
  CHECK_KINDS,
  CHECK_OUTCOMES,
  type CheckKind,
  type CheckOutcome,
  DOCUMENT_KINDS,
  type DocumentReference,
  REQUESTABLE,
} from '../domain/joining/application';
import {
  INVITATION_PURPOSES,
  INVITATION_STATES,
  type InvitationPurpose,
  type InvitationState,
  INVITED_AS,
  type InvitedAs,
} from '../domain/joining/invitation';
import {
  type Capability,
  MOST_IDENTIFIERS,
  ORGANISATION_KINDS,
  type OrganisationKind,
} from '../domain/organisation';
import { IdentifierBody } from './organisations.dto';

const EVERY_REQUESTABLE = { max: REQUESTABLE.length };
const MOST_DOCUMENTS = 10;
const MOST_VERSION = 2_147_483_647;

export class ApplicantContactBody {
  @TextField(200, 'Name of the person to ask') name!: string;
  @TextField(200, 'Mail address') email!: string;
  @TextField(31, 'Telephone number') phone!: string;
  @TextField(200, 'Postal address', { nullable: true }) postalAddress!: string | null;
}

export class DocumentReferenceBody {
  @CodeField(DOCUMENT_KINDS, 'What it is') kind!: DocumentReference['kind'];
  @TextField(200, 'Name of the file') name!: string;
  @TextField(64, 'SHA-256 of the file, 64 hexadecimal digits') sha256!: string;
}

export class JoiningBody {
  @CodeField(ORGANISATION_KINDS, 'What kind of organisation applies') kind!: OrganisationKind;
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(REQUESTABLE, 'What it asks to be here', EVERY_REQUESTABLE) capabilities!: Capability[];
  @ListField(() => IdentifierBody, 'Numbers it is known by', { max: MOST_IDENTIFIERS })
  identifiers!: IdentifierBody[];
  @ObjectField(() => ApplicantContactBody, 'Whom to ask') contact!: ApplicantContactBody;
  @ListField(() => DocumentReferenceBody, 'The documents that will be handed in', {
    max: MOST_DOCUMENTS,
    min: 0,
  })
  documents!: DocumentReferenceBody[];
  @TextField(43, 'From the link of a trading partner', { optional: true }) invitationToken?: string;
}

export class ApplicationReceiptView {
  @IdField('Number of the application') id!: string;
  @InstantField('When it was taken') submittedAt!: string;
}

export class ApplicationsQuery extends PageQuery {
  @CodeField(APPLICATION_STATES, 'Only in this state', { optional: true }) state?: ApplicationState;
}

export class CheckBody {
  @CodeField(CHECK_KINDS, 'What was checked') kind!: CheckKind;
  @CodeField(CHECK_OUTCOMES, 'What came of it') outcome!: CheckOutcome;
  @TextField(500, 'On what it rests; kept with the deed') note!: string;
}

export class DecisionBody {
  @CodeField(['accepted', 'refused'], 'The decision') decision!: 'accepted' | 'refused';
  @CodeListField(REQUESTABLE, 'What is granted, out of what was asked for; left out: all of it', {
    ...EVERY_REQUESTABLE,
    optional: true,
  })
  capabilities?: Capability[];
  @CodeField(CONTACT_SOURCES, 'By what way the contact was reached; left out: it is not verified', {
    optional: true,
  })
  contactSource?: ContactSource;
  @TextField(500, 'Why it is refused, or a remark', { optional: true }) reason?: string;
}

class CheckView extends CheckBody {
  @IdField('Who checked') checkedBy!: string;
  @InstantField('When') checkedAt!: string;
}

export class ApplicationView {
  @IdField('Number of the application') id!: string;
  @CodeField(ORGANISATION_KINDS, 'What kind of organisation applies') kind!: OrganisationKind;
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(REQUESTABLE, 'What it asks to be', EVERY_REQUESTABLE) capabilities!: readonly Capability[];
  @ApiProperty({ type: [IdentifierBody] }) identifiers!: readonly IdentifierBody[];
  @ObjectField(() => ApplicantContactBody, 'Whom to ask') contact!: ApplicantContactBody;
  @ApiProperty({ type: [DocumentReferenceBody] }) documents!: readonly DocumentReferenceBody[];
  @IdField('The invitation that brought it', { nullable: true }) invitationId!: string | null;
  @CodeField(APPLICATION_STATES, 'State') state!: ApplicationState;
  @InstantField('When it was submitted') submittedAt!: string;
  @IdField('Who decided', { nullable: true }) decidedBy!: string | null;
  @InstantField('When', { nullable: true }) decidedAt!: string | null;
  @TextField(500, 'Reason of the decision', { nullable: true }) reason!: string | null;
  @IdField('The organisation that it became', { nullable: true }) organisationId!: string | null;
  @ApiProperty({ type: [CheckView] }) checks!: readonly CheckView[];
  @ApiProperty({ enum: [...CHECK_KINDS], isArray: true, description: 'What must still be passed' })
  openChecks!: readonly CheckKind[];
  @IntField(1, MOST_VERSION, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [String], description: 'check, accept or refuse, when the caller may' })
  actions!: readonly string[];
}
export class ApplicationPage extends PageOf(ApplicationView) {}

export class PartnerInvitationBody {
  @TextField(200, 'Name of the partner') inviteeName!: string;
  @TextField(200, 'Mail address to write to; it becomes no contact of theirs') email!: string;
  @CodeField(INVITED_AS, 'What the partner is to you') invitedAs!: InvitedAs;
}

export class InvitationView {
  @IdField('Id of the invitation') id!: string;
  @CodeField(INVITATION_PURPOSES, 'What the link is for') purpose!: InvitationPurpose;
  @TextField(200, 'Who is invited') inviteeName!: string;
  @TextField(200, 'Written to') email!: string;
  @CodeField(INVITED_AS, 'As what', { nullable: true }) invitedAs!: InvitedAs | null;
  @CodeField(INVITATION_STATES, 'State') state!: InvitationState;
  @InstantField('When it was sent') createdAt!: string;
  @InstantField('Until when the link opens') expiresAt!: string;
  @InstantField('When it was used', { nullable: true }) usedAt!: string | null;
  @IntField(1, MOST_VERSION, 'Goes up by one with each change') version!: number;
}
export class InvitationPage extends PageOf(InvitationView) {}
