// What registrations take and give over HTTP.
import type { LocalDate, Id } from '#kernel';
import {
  CodeField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../domain/category';
import {
  FILING_STATES,
  type FilingState,
  ITEM_KINDS,
  type ItemKind,
  type Origin,
  type Standing,
  STANDINGS,
} from '../domain/filing';
import { StatutoryStampView } from './certificates/certificates.dto';
import { ObjectionStampView } from './objections/objections.dto';
import type { FilingAnswer } from '../use-cases/filing-answer';

const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL', 'PERSON'];
const blank = { optional: true, nullable: true };

export class PartyBody {
  @IdField('The organisation on this platform, which then sees the filing', blank)
  organisationId?: string | null;
  @TextField(200, 'Legal name as registered') legalName!: string;
  @CodeField(SCHEMES, 'Kind of identifier; PERSON is an identity document', blank)
  identifierScheme?: string | null;
  @TextField(64, 'Identifier; check characters of USCC and LEI are verified', blank)
  identifier?: string | null;
}

export class CollateralBody {
  @CodeField(ITEM_KINDS, 'What it is; absent: described in words alone', blank) kind?: ItemKind | null;
  @TextField(300, 'Asset key, such as invoice:<canonical key>', blank) assetKey?: string | null;
  @TextField(1000, 'Description that reasonably identifies the collateral') description!: string;
  @MoneyField('How much of it is taken', blank) amount?: MoneyBody | null;
  @MoneyField('How much of it is payable', blank) payable?: MoneyBody | null;
  @TextField(64, 'Invoice number', blank) invoiceNumber?: string | null;
  @TextField(200, 'Name of the account debtor', blank) debtorName?: string | null;
}

export class DraftBody {
  @CodeField(CATEGORIES, 'Category of PBoC Order 2021 No. 7') category!: Category;
  @ListField(() => PartyBody, 'Grantors', { max: 50 }) grantors!: PartyBody[];
  @ListField(() => PartyBody, 'Secured parties', { max: 50 }) securedParties!: PartyBody[];
  @ListField(() => CollateralBody, 'Collateral', { max: 200 }) collateral!: CollateralBody[];
  @IntField(1, 12_000, 'Term in calendar months') termMonths!: number;
  @MoneyField('Principal or maximum amount secured', blank) maximumAmount?: MoneyBody | null;
}

export class RegistrationBody extends DraftBody {
  @IdField('The check of this very draft, to be kept with the registration', blank) lintId?: string | null;
}

export class LintBody extends DraftBody {
  @IdField('The registration that this amends; absent: it is new', blank) amends?: string | null;
}

export const MODIFICATION_CODE = 'The modification code, of whoever did not file';
export class ExtensionBody {
  @IntField(1, 12_000, 'By how many calendar months the term is extended') months!: number;
  @TextField(500, 'Reason') reason!: string;
  @TextField(40, MODIFICATION_CODE, { optional: true, nullable: true }) modificationCode?: string | null;
}

export class CancellationBody {
  @TextField(500, 'Reason: for example that the debt is discharged') reason!: string;
  @TextField(40, MODIFICATION_CODE, { optional: true, nullable: true }) modificationCode?: string | null;
}

const ARCHIVE_CHOICES = ['yes', 'no'] as const;

export class RegistrationsQuery extends PageQuery {
  @CodeField(CATEGORIES, 'Only this category', { optional: true }) category?: Category;
  @InstantField('As the register stood then; absent: now', { optional: true }) at?: string;
  @CodeField(ARCHIVE_CHOICES, 'yes: only what the archive has; else without it', { optional: true })
  archived?: (typeof ARCHIVE_CHOICES)[number];
  @CodeField(FILING_STATES, 'Only those in this state', { optional: true }) state?: FilingState;
  @TextField(32, 'Only the one with this number, whatever else is asked', { optional: true }) number?: string;
  @TextField(200, 'Only those with this in the name of a grantor', { optional: true }) grantor?: string;
}

export class MomentQuery {
  @InstantField('As the register stood then; absent: now', { optional: true }) at?: string;
}

const orNull = { nullable: true };

export class PartyView {
  @IdField('The organisation on this platform', orNull) organisationId!: string | null;
  @TextField(200, 'Legal name') legalName!: string;
  @CodeField(SCHEMES, 'Kind of identifier', orNull) identifierScheme!: string | null;
  @TextField(64, 'Identifier', orNull) identifier!: string | null;
}

export class CollateralView {
  @CodeField(ITEM_KINDS, 'What it is; absent: described in words alone', { optional: true }) kind?: ItemKind;
  @TextField(300, 'Asset key', orNull) assetKey!: string | null;
  @TextField(1000, 'Description') description!: string;
  @MoneyField('How much of it is taken', orNull) amount!: MoneyBody | null;
  @MoneyField('How much of it is payable', orNull) payable!: MoneyBody | null;
  @TextField(64, 'Invoice number', orNull) invoiceNumber!: string | null;
  @TextField(200, 'Name of the account debtor', orNull) debtorName!: string | null;
}

export class RegistrationView implements FilingAnswer {
  @IdField('Id of the registration') id!: Id<'filing'>;
  @TextField(18, 'Number: 18 digits, the last two are check digits') number!: string;
  @CodeField(CATEGORIES, 'Category of PBoC Order 2021 No. 7') category!: Category;
  @CodeField(['deal', 'user'], 'Filed by a deal of this platform, or by a user of the registry')
  origin!: Origin;
  @ListField(() => PartyView, 'Grantors', { max: 50 }) grantors!: PartyView[];
  @ListField(() => PartyView, 'Secured parties', { max: 50 }) securedParties!: PartyView[];
  @ListField(() => CollateralView, 'Collateral; lists show the first five items', { max: 200 })
  collateral!: CollateralView[];
  @IntField(1, 200, 'How many items of collateral there are') collateralCount!: number;
  @IntField(1, 12_000, 'Term in calendar months') termMonths!: number;
  @MoneyField('Principal or maximum amount secured', orNull) maximumAmount!: MoneyBody | null;
  @InstantField('Time of filing, with microseconds: decides the rank') filedAt!: string;
  @DateField('Last day of the term') expiresOn!: LocalDate;
  @InstantField('First instant after the term') expiresAt!: string;
  @CodeField(STANDINGS, 'Whether the time of filing is the statutory one') standing!: Standing;
  @CodeField(FILING_STATES, 'State') state!: FilingState;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ObjectField(() => StatutoryStampView, 'The statutory registration that counts', orNull)
  statutory!: StatutoryStampView | null;
  @ListField(() => ObjectionStampView, 'Objections that stand', { min: 0, max: 1000 })
  objections!: ObjectionStampView[];
  @IdField('The organisation that filed') filedByOrganisationId!: string;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}

export class RegistrationPage extends PageOf(RegistrationView) {}
