// What the routes of files of answers take and give.
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
  TextField,
} from '#platform';
import type { CheckDecision } from '../../domain/answer';
import { ANSWER_FILE_STATES, type AnswerFileState, MOST_LINES } from '../../domain/answer-file';
import { ItemFaultView } from '../views.dto';

const MOST_SHOWN = 500;

export class LinesQuery {
  @IntField(0, 2_147_483_647, 'Only lines behind this one', { optional: true }) after = 0;
  @IntField(1, MOST_SHOWN, 'How many at most', { optional: true }) limit = 100;
  @CodeField(['all', 'refused'], 'Which lines', { optional: true }) only: 'all' | 'refused' = 'all';
}

export class FileCheckBody {
  @CodeField(['approve', 'decline'], 'The check of all that the file proposed') decision!: CheckDecision;
}

export class AnswerFileView {
  @IdField('Id of the file of answers') id!: string;
  @IdField('Debtor') organisationId!: string;
  @IdField('The file itself') documentId!: string;
  @TextField(255, 'Name of the file') fileName!: string;
  @IdField('Who handed it in') makerId!: string;
  @CodeField(ANSWER_FILE_STATES, 'Where it stands') state!: AnswerFileState;
  @IntField(0, MOST_LINES + 1, 'Lines judged in this stage') linesDone!: number;
  @IntField(0, MOST_LINES, 'Of them sound') sound!: number;
  @IntField(0, MOST_LINES + 1, 'Of them refused') refused!: number;
  @IdField('Who checked it', { nullable: true }) checkerId!: string | null;
  @CodeField(['approve', 'decline'], 'The check', { nullable: true }) decision!: CheckDecision | null;
  @InstantField('When it came') receivedAt!: string;
  @InstantField('When it last moved') movedAt!: string;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class AnswerFilePage extends PageOf(AnswerFileView) {}

export class AnswerLineView {
  @IntField(1, 2_147_483_647, 'Line of the file') line!: number;
  @IdField('Receivable', { nullable: true }) receivableId!: string | null;
  @IdField('The answer that it became', { nullable: true }) confirmationId!: string | null;
  @ObjectField(() => ItemFaultView, 'Why it was refused', { nullable: true }) fault!: ItemFaultView | null;
}

export class AnswerLinesView {
  @ListField(() => AnswerLineView, 'By line', { max: MOST_SHOWN, min: 0 }) items!: readonly AnswerLineView[];
  @FlagField('More lines follow') more!: boolean;
}
