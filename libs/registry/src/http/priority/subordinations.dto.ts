// What agreements on ranks take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import type { Id } from '#kernel';
import {
  CodeField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  type LineOfBook,
  type Side,
  SIDES,
  type Step,
  STEPS,
  type StepTaken,
  SUBORDINATION_STATES,
  type SubordinationState,
} from '../../domain/subordination/subordination';
import type { SubordinationAnswer } from '../../use-cases/subordination/subordinations.queries';

export class SubordinationBody {
  @TextField(18, 'Number of the registration that lets the other go first') juniorNumber!: string;
  @TextField(18, 'Number of the registration that goes first') seniorNumber!: string;
  @TextField(1000, 'What was agreed, and where it is written') terms!: string;
}
export class SubordinationStepBody {
  @CodeField(STEPS, 'Answer to the proposal or to the wish that it end; withdraw; ask for the end')
  step!: Step;
}
export class SubordinationsQuery extends PageQuery {
  @CodeField(SUBORDINATION_STATES, 'Only those that stand so', { optional: true }) state?: SubordinationState;
}

export class SubordinationLineView implements Omit<LineOfBook, 'byOrganisation'> {
  @CodeField(['propose', ...STEPS], 'What was done') step!: StepTaken;
  @CodeField(SIDES, 'By which side') side!: Side;
  @InstantField('When') at!: string;
}
export class SubordinationView implements SubordinationAnswer {
  @IdField('Id of the agreement') id!: Id<'subordination'>;
  @IdField('The registration that lets the other go first') juniorId!: string;
  @TextField(18, 'Its number') juniorNumber!: string;
  @IdField('The registration that goes first') seniorId!: string;
  @TextField(18, 'Its number') seniorNumber!: string;
  @TextField(1000, 'What was agreed, and where it is written') terms!: string;
  @CodeField(SUBORDINATION_STATES, 'How it stands; it moves ranks while agreed or ending')
  state!: SubordinationState;
  @IntField(1, 2_147_483_647, 'Grows with each step') version!: number;
  @ListField(() => SubordinationLineView, 'What the sides did, in order', { min: 1, max: 10_000 })
  steps!: SubordinationLineView[];
  @ApiProperty({ enum: SIDES, isArray: true, description: 'The sides on which you stand' })
  own!: Side[];
  @ApiProperty({ type: [String], description: 'The steps you may take now' }) actions!: string[];
}
export class SubordinationPage extends PageOf(SubordinationView) {}
