// What the routes of organisations take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CodeField,
  CodeListField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { IDENTIFIER_SCHEMES, type IdentifierScheme } from '../domain/identifier';
import {
  CAPABILITIES,
  type Capability,
  MOST_IDENTIFIERS,
  ORGANISATION_KINDS,
  ORGANISATION_STATES,
  type OrganisationKind,
  type OrganisationState,
} from '../domain/organisation';

const EVERY_CAPABILITY = { max: CAPABILITIES.length };

export class IdentifierBody {
  @CodeField(
    IDENTIFIER_SCHEMES,
    'USCC (GB 32100), LEI (ISO 17442), VAT number, a local register number, or a resident’s (GB 11643)',
  )
  scheme!: IdentifierScheme;
  @TextField(80, 'The number as the certificate shows it') value!: string;
}

export class OnboardingBody {
  @CodeField(ORGANISATION_KINDS, 'What kind it is; left out: an enterprise', { optional: true })
  kind?: OrganisationKind;
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(CAPABILITIES, 'What the organisation may be here', EVERY_CAPABILITY)
  capabilities!: Capability[];
  @ListField(() => IdentifierBody, 'Numbers it is known by; no other organisation has them', {
    max: MOST_IDENTIFIERS,
  })
  identifiers!: IdentifierBody[];
}

export class OrganisationStatusBody {
  @CodeField(['active', 'suspended'], 'The state it shall have') status!: 'active' | 'suspended';
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class DepartureBody {
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class OrganisationsQuery extends PageQuery {
  @TextField(200, 'Part of the legal name, or a whole identifier', { optional: true }) q?: string;
  @CodeField(CAPABILITIES, 'Only those that may be this', { optional: true }) capability?: Capability;
}

export class NameChangeBody {
  @TextField(200, 'Registered name from that day on') legalName!: string;
  @DateField('First day of the new name, today at the latest') changedOn!: LocalDate;
  @TextField(200, 'Where it is known from') source!: string;
}

class FormerNameView {
  @TextField(200, 'Name that it had') legalName!: string;
  @DateField('First day of the name that followed') changedOn!: LocalDate;
}

class FinancierView {
  @IdField('Id of the organisation') id!: string;
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(CAPABILITIES, 'What it may be here', EVERY_CAPABILITY)
  capabilities!: readonly Capability[];
}
export class FinancierPage extends PageOf(FinancierView) {}

export class OrganisationView extends FinancierView {
  @CodeField(ORGANISATION_KINDS, 'What kind it is') kind!: OrganisationKind;
  @ApiProperty({ type: [IdentifierBody] }) identifiers!: readonly IdentifierBody[];
  @CodeField(
    ORGANISATION_STATES,
    'The people of a suspended organisation, and of one that has left, cannot sign in',
  )
  status!: OrganisationState;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [FormerNameView], description: 'The latest first; the search finds them too' })
  formerNames!: readonly FormerNameView[];
  @InstantField('When it was taken onto the platform') onboardedAt!: string;
  @ApiProperty({ type: [String], description: 'suspend, reinstate, offboard or rename, when the caller may' })
  actions!: readonly string[];
}
export class OrganisationPage extends PageOf(OrganisationView) {}
