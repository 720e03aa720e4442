// What the routes of mandates take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CodeField,
  CodeListField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  MANDATE_KINDS,
  MANDATE_STATES,
  type MandateKind,
  type MandateState,
} from '../../domain/mandates/mandate';
import type { MandateShown } from '../../use-cases/mandates/mandates.queries';

const EVERY_KIND = { max: MANDATE_KINDS.length };

export class MandatesQuery extends PageQuery {
  @IdField('Only those of which this organisation is a side', { optional: true }) organisationId?: string;
}

export class MandateBody {
  @TextField(80, 'A whole number of the organisation that is to act, of any scheme') agent!: string;
  @CodeListField(MANDATE_KINDS, 'What it may bring', EVERY_KIND) kinds!: MandateKind[];
  @DateField('First day') validFrom!: LocalDate;
  @DateField('Last day; left out: until it is ended', { optional: true }) validTo?: LocalDate;
}

export class MandateAnswerBody {
  @CodeField(['accepted', 'declined'], 'The answer of whoever is to act') answer!: 'accepted' | 'declined';
  @TextField(500, 'Why; needed when it is declined', { optional: true }) reason?: string;
}

export class MandateEndBody {
  @TextField(500, 'Why; the other side reads it') reason!: string;
}

export class MandateView implements MandateShown {
  @IdField('Id of the mandate') id!: MandateShown['id'];
  @IdField('For whom') principalId!: string;
  @TextField(200, 'Its legal name') principalName!: string;
  @IdField('Who may act') agentId!: string;
  @TextField(200, 'Its legal name') agentName!: string;
  @CodeListField(MANDATE_KINDS, 'What it may bring', EVERY_KIND) kinds!: readonly MandateKind[];
  @DateField('First day') validFrom!: LocalDate;
  @DateField('Last day; null: until it is ended', { nullable: true }) validTo!: LocalDate | null;
  @CodeField(MANDATE_STATES, 'How it stands between the two') state!: MandateState;
  @FlagField('Whether it holds now') isInForce!: boolean;
  @InstantField('When it was given') givenAt!: string;
  @InstantField('When it was answered', { nullable: true }) answeredAt!: string | null;
  @InstantField('When it was ended', { nullable: true }) endedAt!: string | null;
  @TextField(500, 'Why it was declined or ended', { nullable: true }) reason!: string | null;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [String], description: 'accept, decline or end, when the caller may' })
  actions!: readonly string[];
}
export class MandatePage extends PageOf(MandateView) {}
