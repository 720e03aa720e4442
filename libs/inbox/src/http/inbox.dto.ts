// What the routes of the inbox take and give.
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  ENTRY_KINDS,
  ENTRY_STATES,
  type EntryKind,
  type EntryState,
  type Subject,
  SUBJECTS,
} from '../domain/entry';

const MOST = 2_147_483_647;

export class InboxQuery extends PageQuery {
  @CodeField(ENTRY_STATES, 'Only those in this state', { optional: true }) state?: EntryState;
  @CodeField(ENTRY_KINDS, 'Only those of this kind', { optional: true }) kind?: EntryKind;
}

export class EntryView {
  @IdField('Id of the entry') id!: string;
  @IdField('Organisation whose it is') organisationId!: string;
  @CodeField(ENTRY_KINDS, 'What is to be done, or what happened') kind!: EntryKind;
  @CodeField(SUBJECTS, 'Kind of subject') subjectType!: Subject;
  @IdField('Subject') subjectId!: string;
  @TextField(200, 'Number by which people know it', { nullable: true }) label!: string | null;
  @InstantField('Since when') openedAt!: string;
  @InstantField('By when', { nullable: true }) dueAt!: string | null;
  @CodeField(ENTRY_STATES, 'State; what is merely told has been told') state!: EntryState;
  @InstantField('When it was done, or fell away', { nullable: true }) closedAt!: string | null;
  @FlagField('Whether the caller has not read it yet') unread!: boolean;
}
export class EntryPage extends PageOf(EntryView) {}

export class UrgentView {
  @ListField(() => EntryView, 'Tasks, the most urgent first', { min: 0, max: 10 }) items!: EntryView[];
}

export class InboxCountsView {
  @IntField(0, MOST, 'Tasks that are open and not overdue') open!: number;
  @IntField(0, MOST, 'Tasks that are overdue') overdue!: number;
  @IntField(0, MOST, 'Told and not read') unread!: number;
}

export class InboxReadBody {
  @IdField('Newest entry that was read') through!: string;
}
