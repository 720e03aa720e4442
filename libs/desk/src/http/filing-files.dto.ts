// What the routes of files of registrations take and give.
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
import {
  FILING_FILE_STATES,
  type FilingFileState,
  type FilingLine,
  MOST_REGISTRATIONS,
} from '../domain/filing-file';
import type { FilingFileShown } from '../use-cases/files/filing-files.queries';

const MOST_SHOWN = 500;
const orNull = { nullable: true };

export class FilingLinesQuery {
  @IntField(0, 2_147_483_647, 'Only lines behind this one', { optional: true }) after = 0;
  @IntField(1, MOST_SHOWN, 'How many at most', { optional: true }) limit = 100;
  @CodeField(['all', 'refused'], 'Which lines', { optional: true }) only: 'all' | 'refused' = 'all';
}

export class FilingResultQuery {
  @CodeField(['en', 'zh'], 'Language of the reasons', { optional: true }) language: 'en' | 'zh' = 'zh';
}

export class FilingFileView implements FilingFileShown {
  @IdField('Id of the file') id!: FilingFileShown['id'];
  @IdField('Whose it is') organisationId!: string;
  @IdField('The file itself') documentId!: string;
  @TextField(255, 'Name of the file') fileName!: string;
  @IdField('Who handed it in') makerId!: string;
  @CodeField(FILING_FILE_STATES, 'Where it stands') state!: FilingFileState;
  @IntField(0, MOST_REGISTRATIONS + 1, 'Registrations judged in this stage') done!: number;
  @IntField(0, MOST_REGISTRATIONS, 'Of them sound') sound!: number;
  @IntField(0, MOST_REGISTRATIONS + 1, 'Of them refused') refused!: number;
  @InstantField('When it came') receivedAt!: string;
  @InstantField('When it last moved') movedAt!: string;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class FilingFilePage extends PageOf(FilingFileView) {}

class FilingFaultTextView {
  @TextField(1000, 'In English') en!: string;
  @TextField(1000, 'In Chinese') zh!: string;
}

export class FilingLineFaultView {
  @TextField(100, 'Stable code') code!: string;
  @IntField(0, 2_147_483_647, 'Line of the cell') line!: number;
  @TextField(40, 'Column of the cell', orNull) column!: string | null;
  @ObjectField(() => FilingFaultTextView, 'What is wrong') message!: FilingFaultTextView;
  @ObjectField(() => FilingFaultTextView, 'What to do') fix!: FilingFaultTextView;
}

export class FilingLineView implements FilingLine {
  @IntField(0, 2_147_483_647, 'First line of the registration') line!: number;
  @TextField(100, 'Your reference', orNull) reference!: string | null;
  @IdField('The registration that it became', orNull) filingId!: string | null;
  @TextField(18, 'Its number', orNull) filingNumber!: string | null;
  @ObjectField(() => FilingLineFaultView, 'Why it was refused', orNull) fault!: FilingLineFaultView | null;
}

export class FilingLinesView {
  @ListField(() => FilingLineView, 'By line', { max: MOST_SHOWN, min: 0 }) items!: readonly FilingLineView[];
  @FlagField('More lines follow') more!: boolean;
}
