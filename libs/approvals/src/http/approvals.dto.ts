// What approvals and marks take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  MoneyField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import type { Money } from '#kernel';
import { APPROVAL_STATES, type ApprovalState } from '../domain/approval';

const DECISIONS = ['approve', 'decline'] as const;

export class ApprovalsQuery extends PageQuery {
  @CodeField(APPROVAL_STATES, 'Only those in this state', { optional: true }) state?: ApprovalState;
}

export class ApprovalDecisionBody {
  @CodeField(DECISIONS, 'What the second person decides') decision!: (typeof DECISIONS)[number];
  @TextField(500, 'Why; needed when it is declined', { optional: true }) reason?: string;
}

class BilingualView {
  @TextField(200, 'In English') en!: string;
  @TextField(200, 'In Chinese') zh!: string;
}

class EffectView {
  @TextField(80, 'What would be recorded, as library.what_happened') action!: string;
  @TextField(40, 'Kind of subject') subjectType!: string;
  @IdField('Subject; null when the deed makes it', { nullable: true }) subjectId!: string | null;
  @IntField(1, 2_147_483_647, 'Version of the subject after the deed') subjectVersion!: number;
}

export class ApprovalView {
  @IdField('Id of the approval') id!: string;
  @IdField('Organisation whose deed it is') organisationId!: string;
  @TextField(80, 'Name of the deed, as library.verb_thing') command!: string;
  @ApiProperty({ type: BilingualView, description: 'What is done' }) commandText!: BilingualView;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the route was given' })
  input!: object;
  @ListField(() => EffectView, 'What it would record', { max: 1000 }) effects!: readonly EffectView[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it answered when it was tried',
  })
  preview!: unknown;
  @IdField('Who asked for it') madeBy!: string;
  @TextField(200, 'Name of who asked for it') madeByName!: string;
  @InstantField('When') madeAt!: string;
  @InstantField('When it expires') expiresAt!: string;
  @CodeField(APPROVAL_STATES, 'State') state!: ApprovalState;
  @IdField('Who decided', { nullable: true }) decidedBy!: string | null;
  @TextField(200, 'Name of who decided', { nullable: true }) decidedByName!: string | null;
  @InstantField('When', { nullable: true }) decidedAt!: string | null;
  @FlagField('Whether both people used one device') sameDevice!: boolean;
  @TextField(500, 'Why it was declined, or what has changed', { nullable: true }) reason!: string | null;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ListField(() => String, 'What the caller may do with it now', { max: 3 }) actions!: readonly string[];
}
export class ApprovalPage extends PageOf(ApprovalView) {}

export class MarkBody {
  @TextField(80, 'Name of the deed, as library.verb_thing') command!: string;
  @FlagField('Whether it waits for a second person') active!: boolean;
  @MoneyField('Only above this amount; left out: always', { optional: true }) threshold?: Money;
}

export class MarkView {
  @TextField(80, 'Name of the deed, as library.verb_thing') command!: string;
  @ApiProperty({ type: BilingualView, description: 'What is done' }) commandText!: BilingualView;
  @TextField(80, 'Permission that doing and approving it needs') permission!: string;
  @FlagField('Whether a threshold can be set') hasAmount!: boolean;
  @FlagField('Whether it waits for a second person') active!: boolean;
  @MoneyField('Only above this amount; null: always', { nullable: true }) threshold!: Money | null;
  @IntField(0, 2_147_483_647, 'Version; 0 when it was never set') version!: number;
}
export class MarkAnswerView extends MarkView {
  @FlagField('Whether fewer deeds wait than before') loosens!: boolean;
}
export class MarkList {
  @ListField(() => MarkView, 'Every deed that can be marked', { max: 100 }) items!: readonly MarkView[];
}
