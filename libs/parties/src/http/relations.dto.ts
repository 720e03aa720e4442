// What the routes of trading relations take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { SME_SIZES, type SmeSize } from '../domain/facts/fact';
import {
  RELATION_SIDES,
  RELATION_STATES,
  type RelationSide,
  type RelationState,
} from '../domain/trading/trading-relation';
import type { RelationShown } from '../use-cases/trading/relations.queries';

class RelationTermsBody {
  @TextField(80, 'Number of the contract') contractNumber!: string;
  @DateField('Since when the two trade') since!: LocalDate;
  @DateField('When the contract was signed; size counts as of that day') signedOn!: LocalDate;
  @IntField(0, 3650, 'Days from delivery to payment') paymentTermDays!: number;
  @FlagField('Whether the contract forbids assignment; this warns and does not block')
  noAssignmentClause!: boolean;
}

export class RelationsQuery extends PageQuery {
  @IdField('Only those of which this organisation is a side', { optional: true }) organisationId?: string;
}

export class RelationBody extends RelationTermsBody {
  @TextField(80, 'A whole number of the other organisation, of any scheme') partner!: string;
  @CodeField(RELATION_SIDES, 'Which side the caller’s organisation is') side!: RelationSide;
}

export class RelationDecisionBody {
  @CodeField(['confirmed', 'declined'], 'The answer of the other side') decision!: 'confirmed' | 'declined';
  @TextField(500, 'Why; needed when it is declined', { optional: true }) reason?: string;
}

export class RelationView extends RelationTermsBody implements RelationShown {
  @IdField('Id of the trading relation') declare id: RelationShown['id'];
  @IdField('Who supplies') supplierId!: string;
  @TextField(200, 'Its legal name') supplierName!: string;
  @IdField('Who owes') debtorId!: string;
  @TextField(200, 'Its legal name') debtorName!: string;
  @CodeField(RELATION_STATES, 'Only a confirmed one counts') state!: RelationState;
  @IdField('Which of the two stated it') proposerOrganisationId!: string;
  @InstantField('When it was stated') proposedAt!: string;
  @InstantField('When the other side answered', { nullable: true }) decidedAt!: string | null;
  @TextField(500, 'Why it was declined', { nullable: true }) reason!: string | null;
  @CodeField(SME_SIZES, 'Size of the supplier at signing', { nullable: true }) supplierSize!: SmeSize | null;
  @CodeField(SME_SIZES, 'Size of the debtor at signing', { nullable: true }) debtorSize!: SmeSize | null;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [String], description: 'confirm or decline, when the caller may' })
  actions!: readonly string[];
}
export class RelationPage extends PageOf(RelationView) {}
