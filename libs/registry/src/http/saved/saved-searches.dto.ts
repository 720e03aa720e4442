// What kept searches take and give over HTTP.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, IdField, InstantField, IntField, ListField, PageOf, TextField } from '#platform';
import { WATCHES, type Watches } from '../../domain/saved-search';
import type { Meeting, SavedAnswer, SavedWithMeetings } from '../../use-cases/saved/saved-searches.queries';

const orNull = { nullable: true };

export class SavedSearchBody {
  @CodeField(WATCHES, 'What is watched: a grantor’s name with those like it, or one asset') watches!: Watches;
  @TextField(200, 'The name, or the asset key') term!: string;
  @TextField(100, 'Your own reference', { optional: true, nullable: true }) reference?: string | null;
}
export class SavedSearchView implements SavedAnswer {
  @IdField('Id of the kept search') id!: string;
  @CodeField(WATCHES, 'What is watched') watches!: Watches;
  @TextField(300, 'The name, or the asset key') term!: string;
  @TextField(100, 'Your own reference', orNull) reference!: string | null;
  @InstantField('Since when') savedAt!: string;
  @InstantField('Until when', orNull) endedAt!: string | null;
  @IntField(0, 2_147_483_647, 'How many filings met it') meetings!: number;
  @ApiProperty({ type: [String], description: 'What the caller may do now' }) actions!: string[];
}
export class SavedSearchPage extends PageOf(SavedSearchView) {}

export class MeetingView implements Meeting {
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Its number') number!: string;
  @InstantField('When it was found to meet the search') metAt!: string;
}
export class SavedSearchWithMeetingsView extends SavedSearchView implements SavedWithMeetings {
  @ListField(() => MeetingView, 'What met it, the newest first', { min: 0, max: 200 }) met!: MeetingView[];
}
