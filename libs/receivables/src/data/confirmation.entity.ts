// The row of receivables.confirmation. Its money lies in two columns; the store puts it together.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AnswerChannel,
  AnswerReason,
  Confirmation,
  ConfirmationState,
  Decision,
} from '../domain/answer';
import type { Proved } from '../domain/confirmation/evidence';

export interface ConfirmationRow extends Omit<Confirmation, 'confirmed'> {
  readonly currency: string;
  readonly confirmedAmount: string;
}

@Entity({ schema: 'receivables', name: 'confirmation' })
export class ConfirmationEntity implements ConfirmationRow {
  @PrimaryColumn('uuid') id!: Id<'confirmation'>;
  @Column('uuid', { name: 'receivable_id' }) receivableId!: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId!: string;
  @Column('text') decision!: Decision;
  @Column('numeric', { name: 'confirmed_amount' }) confirmedAmount!: string;
  @Column('text') currency!: string;
  @Column('text', { nullable: true }) reason!: AnswerReason | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { name: 'order_number', nullable: true }) orderNumber!: string | null;
  @Column('text', { name: 'goods_receipt_number', nullable: true }) goodsReceiptNumber!: string | null;
  @Column('boolean', { name: 'no_assignment_clause' }) noAssignmentClause!: boolean;
  @Column('text') channel!: AnswerChannel;
  @Column('text') state!: ConfirmationState;
  @Column('int', { name: 'receivable_version' }) receivableVersion!: number;
  @Column('uuid', { name: 'maker_id' }) makerId!: string;
  @Column('text', { name: 'maker_session' }) makerSession!: string;
  @Column('text', { name: 'maker_kind' }) makerKind!: Proved['kind'];
  @Column('text', { name: 'maker_methods', array: true }) makerMethods!: readonly string[];
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'checker_id', nullable: true }) checkerId!: string | null;
  @Column('text', { name: 'checker_session', nullable: true }) checkerSession!: string | null;
  @Column('text', { name: 'checker_kind', nullable: true }) checkerKind!: Proved['kind'] | null;
  @Column('text', { name: 'checker_methods', array: true, nullable: true }) checkerMethods!:
    readonly string[] | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy!: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason!: string | null;
  @Column('int') version!: number;
}
