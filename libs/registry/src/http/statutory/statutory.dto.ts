// What statutory registrations take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  CHECK_DECISIONS,
  type CheckDecision,
  ENTRY_STATES,
  type EntryState,
  STATUTORY_SOURCES,
  type StatutorySource,
} from '../../domain/statutory/statutory';
import {
  CARRIED_OUTCOMES,
  type CarriedAnswer,
  type CarriedOutcome,
  type ExchangeAnswer,
} from '../../use-cases/statutory/exchange-statutory';
import type { DueAnswer, EntryAnswer, EntryFilter } from '../../use-cases/statutory/statutory.queries';
import { StatutoryStampView } from '../certificates/certificates.dto';

const blank = { optional: true, nullable: true };
const orNull = { nullable: true };

export class StatutoryEntryBody {
  @TextField(64, 'Number on the certificate of the statutory registry') number!: string;
  @InstantField('Time on that certificate') registeredAt!: string;
  @TextField(64, 'SHA-256 of the certificate, which you keep: 64 hexadecimal digits', blank)
  certificateSha256?: string | null;
  @TextField(500, 'Why, where it corrects what was entered before', blank) reason?: string | null;
}
export class StatutoryCheckBody {
  @CodeField(CHECK_DECISIONS, 'Whether it agrees with the certificate') decision!: CheckDecision;
  @TextField(500, 'Why it is declined', blank) reason?: string | null;
}
export class StatutoryTableBody {
  @TextField(900_000, 'The table, as CSV') csv!: string;
  @FlagField('Take it; else it is only looked at') apply!: boolean;
}
export class StatutoryEntriesQuery extends PageQuery implements EntryFilter {
  @IdField('Only those of this registration', { optional: true }) filingId?: string;
  @CodeField(ENTRY_STATES, 'Only those in this state', { optional: true }) state?: EntryState;
}

export class StatutoryEntryView implements EntryAnswer {
  @IdField('Id of the entry') id!: string;
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Number of the registration here') filingNumber!: string;
  @TextField(64, 'Number at the statutory registry') number!: string;
  @InstantField('Time at the statutory registry') registeredAt!: string;
  @TextField(64, 'SHA-256 of the registry’s certificate', orNull) certificateSha256!: string | null;
  @CodeField(STATUTORY_SOURCES, 'By which way it came') source!: StatutorySource;
  @TextField(500, 'Why it was corrected', orNull) reason!: string | null;
  @InstantField('When it was entered') enteredAt!: string;
  @CodeField(ENTRY_STATES, 'State') state!: EntryState;
  @InstantField('When it was checked', orNull) checkedAt!: string | null;
  @TextField(500, 'Why it was declined', orNull) checkReason!: string | null;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class StatutoryEntryPage extends PageOf(StatutoryEntryView) {}

export class StatutoryDueView implements DueAnswer {
  @IdField('The registration') id!: string;
  @TextField(18, 'Number of the registration here') number!: string;
  @InstantField('When it was filed here') filedAt!: string;
  @TextField(20_000, 'Grantors') grantor!: string;
  @FlagField('An entry waits for its check') waiting!: boolean;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class StatutoryDuePage extends PageOf(StatutoryDueView) {}

export class StatutoryLineView implements CarriedAnswer {
  @IntField(2, 2_147_483_647, 'Line of the table') line!: number;
  @TextField(18, 'Number of the registration here') filingNumber!: string;
  @TextField(64, 'Number at the statutory registry') number!: string;
  @InstantField('Time at the statutory registry') registeredAt!: string;
  @TextField(500, 'Why it is corrected', orNull) reason!: string | null;
  @CodeField(CARRIED_OUTCOMES, 'How it stands to what counts now') outcome!: CarriedOutcome;
  @ObjectField(() => StatutoryStampView, 'What counts now, where it is another', orNull)
  known!: StatutoryStampView | null;
  @TextField(100, 'Code of the refusal', orNull) refusal!: string | null;
}
export class StatutoryTableView implements ExchangeAnswer {
  @ListField(() => StatutoryLineView, 'The lines with a statutory number', { min: 0, max: 100_000 })
  lines!: StatutoryLineView[];
  @IntField(0, 100_000, 'How many entries wait for a second person now') entered!: number;
}
