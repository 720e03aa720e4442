// What amendments take, and what the history of a registration gives over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
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
  TextField,
} from '#platform';
import { FILING_STATES, type FilingState } from '../../domain/filing';
import { FILING_EVENT_KINDS, type FilingEventKind } from '../../domain/history/history';
import type { FilingHistory } from '../../use-cases/life/filing-history.queries';
import {
  CollateralBody,
  CollateralView,
  MODIFICATION_CODE,
  PartyBody,
  PartyView,
} from '../registrations.dto';

const blank = { optional: true, nullable: true };
const orNull = { nullable: true };
const MOST = 1_000_000;
const LINE = 'Number of the line in the history; absent: a new line';

export class AmendedPartyBody extends PartyBody {
  @IntField(1, MOST, LINE, blank) no?: number | null;
}
export class AmendedCollateralBody extends CollateralBody {
  @IntField(1, MOST, LINE, blank) no?: number | null;
}
/** The registration as it shall be: lines that are not named are taken out. */
export class AmendmentBody {
  @IntField(1, 2_147_483_647, 'The version that you have seen') version!: number;
  @TextField(500, 'Reason') reason!: string;
  @ListField(() => AmendedPartyBody, 'Grantors', { max: 50 }) grantors!: AmendedPartyBody[];
  @ListField(() => AmendedPartyBody, 'Secured parties', { max: 50 }) securedParties!: AmendedPartyBody[];
  @ListField(() => AmendedCollateralBody, 'Collateral', { max: 200 }) collateral!: AmendedCollateralBody[];
  @MoneyField('Principal or maximum amount secured', blank) maximumAmount?: MoneyBody | null;
  @IdField('The check of this very amendment, to be kept with it', blank) lintId?: string | null;
  @TextField(40, MODIFICATION_CODE, blank) modificationCode?: string | null;
}

export class ModificationCodeView {
  @TextField(19, 'Shown this once; it ends the one before') modificationCode!: string;
}

export class PartyLineView {
  @IntField(1, MOST, 'Number of the line') no!: number;
  @ObjectField(() => PartyView, 'What it says') value!: PartyView;
}
export class CollateralLineView {
  @IntField(1, MOST, 'Number of the line') no!: number;
  @ObjectField(() => CollateralView, 'What it says') value!: CollateralView;
  @InstantField('From when it counts') since!: string;
}
export class PartyChangeView {
  @IntField(1, MOST, 'Number of the line') no!: number;
  @ObjectField(() => PartyView, 'What it said; null: it was added', orNull) before!: PartyView | null;
  @ObjectField(() => PartyView, 'What it says; null: it was taken out', orNull) after!: PartyView | null;
}
export class CollateralChangeView {
  @IntField(1, MOST, 'Number of the line') no!: number;
  @ObjectField(() => CollateralView, 'What it said; null: it was added', orNull)
  before!: CollateralView | null;
  @ObjectField(() => CollateralView, 'What it says; null: it was taken out', orNull)
  after!: CollateralView | null;
}
export class MaximumChangeView {
  @MoneyField('What it was', orNull) before!: MoneyBody | null;
  @MoneyField('What it is', orNull) after!: MoneyBody | null;
}
export class ChangesView {
  @ListField(() => PartyChangeView, 'Grantors', { min: 0, max: 100 }) grantors!: PartyChangeView[];
  @ListField(() => PartyChangeView, 'Secured parties', { min: 0, max: 100 })
  securedParties!: PartyChangeView[];
  @ListField(() => CollateralChangeView, 'Collateral', { min: 0, max: 400 })
  collateral!: CollateralChangeView[];
  @ObjectField(() => MaximumChangeView, 'Null: it stayed', orNull) maximumAmount!: MaximumChangeView | null;
}
export class RegistrationEventView {
  @IdField('Id of the event') id!: string;
  @CodeField(FILING_EVENT_KINDS, 'What happened') kind!: FilingEventKind;
  @TextField(18, 'Number of the event', orNull) number!: string | null;
  @InstantField('When, with microseconds') at!: string;
  @TextField(500, 'Reason') reason!: string;
  @IdField('Who did it; null: a deadline', orNull) byOrganisationId!: string | null;
  @DateField('Of an extension: the last day of the term from then on', orNull)
  expiresOn!: LocalDate | null;
  @ObjectField(() => ChangesView, 'Of an amendment', orNull) changes!: ChangesView | null;
}
export class RegistrationHistoryView implements Omit<FilingHistory, 'events'> {
  @TextField(18, 'Number of the registration') number!: string;
  @InstantField('Time of filing') filedAt!: string;
  @IdField('The organisation that filed') filedByOrganisationId!: string;
  @InstantField('The moment of which this speaks') at!: string;
  @CodeField(FILING_STATES, 'State at that moment') state!: FilingState;
  @IntField(1, 2_147_483_647, 'Version now') version!: number;
  @ListField(() => PartyLineView, 'Grantors', { max: 50 }) grantors!: PartyLineView[];
  @ListField(() => PartyLineView, 'Secured parties', { max: 50 }) securedParties!: PartyLineView[];
  @ListField(() => CollateralLineView, 'Collateral', { max: 200 }) collateral!: CollateralLineView[];
  @MoneyField('Principal or maximum amount secured', orNull) maximumAmount!: MoneyBody | null;
  @ApiProperty({ type: [RegistrationEventView], description: 'What befell it by then, in order' })
  events!: RegistrationEventView[];
}
