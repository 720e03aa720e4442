// What the routes of organisations take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  CodeListField,
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
  ORGANISATION_STATES,
  type OrganisationState,
} from '../domain/organisation';

const EVERY_CAPABILITY = { max: CAPABILITIES.length };

class IdentifierBody {
  @CodeField(IDENTIFIER_SCHEMES, 'USCC (GB 32100), LEI (ISO 17442), VAT number, or a local register number')
  scheme!: IdentifierScheme;
  @TextField(80, 'The number as the certificate shows it') value!: string;
}

export class OnboardingBody {
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(CAPABILITIES, 'What the organisation may be here', EVERY_CAPABILITY)
  capabilities!: Capability[];
  @ListField(() => IdentifierBody, 'Numbers it is known by; no other organisation has them', {
    max: MOST_IDENTIFIERS,
  })
  identifiers!: IdentifierBody[];
}

export class OrganisationStatusBody {
  @CodeField(ORGANISATION_STATES, 'The state it shall have') status!: OrganisationState;
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class OrganisationsQuery extends PageQuery {
  @TextField(200, 'Part of the legal name, or a whole identifier', { optional: true }) q?: string;
  @CodeField(CAPABILITIES, 'Only those that may be this', { optional: true }) capability?: Capability;
}

class FinancierView {
  @IdField('Id of the organisation') id!: string;
  @TextField(200, 'Registered name') legalName!: string;
  @CodeListField(CAPABILITIES, 'What it may be here', EVERY_CAPABILITY)
  capabilities!: readonly Capability[];
}
export class FinancierPage extends PageOf(FinancierView) {}

export class OrganisationView extends FinancierView {
  @ApiProperty({ type: [IdentifierBody] }) identifiers!: readonly IdentifierBody[];
  @CodeField(ORGANISATION_STATES, 'A suspended organisation’s people cannot sign in')
  status!: OrganisationState;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @InstantField('When it was taken onto the platform') onboardedAt!: string;
  @ApiProperty({ type: [String], description: 'suspend or reinstate, when the caller may' })
  actions!: readonly string[];
}
export class OrganisationPage extends PageOf(OrganisationView) {}
