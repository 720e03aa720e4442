// What is stated of registrations that are to be amended or cancelled, and what is due, over HTTP.
import type { Bilingual, LocalDate } from '#kernel';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  DUTY_STATES,
  type DutyFact,
  type DutyState,
  type Ground,
  GROUNDS,
  type Way,
  WAYS,
} from '../../domain/deadline/duty';
import type { DutyAnswer, DutyFilter } from '../../use-cases/deadlines/duties.queries';

const blank = { optional: true, nullable: true };
const orNull = { nullable: true };

export class DutyBody implements Pick<DutyFact, 'ground' | 'occurredOn'> {
  @CodeField(GROUNDS, 'What happened') ground!: Ground;
  @DateField('The day on which it happened') occurredOn!: LocalDate;
  @TextField(200, 'Of a change of name: as the registration names the grantor', blank)
  formerName?: string | null;
  @TextField(200, 'Of a change of name: as the licence now names it', blank) newName?: string | null;
}
export class DutiesQuery extends PageQuery implements DutyFilter {
  @IdField('Only those of this registration', { optional: true }) filingId?: string;
  @CodeField(['yes'], 'Only those that the register does not show yet', { optional: true }) open?: 'yes';
}

class ArticleView implements Bilingual {
  @TextField(500, 'English') en!: string;
  @TextField(500, 'Chinese') zh!: string;
}
export class DutyView implements DutyAnswer {
  @IdField('Id of what was stated') id!: string;
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Number of the registration') filingNumber!: string;
  @CodeField(GROUNDS, 'What happened') ground!: Ground;
  @DateField('The day on which it happened') occurredOn!: LocalDate;
  @TextField(200, 'The name that the registration bears', orNull) formerName!: string | null;
  @TextField(200, 'The name that it is to bear', orNull) newName!: string | null;
  @CodeField(WAYS, 'What is to be done') way!: Way;
  @DateField('The last day for it') dueOn!: LocalDate;
  @InstantField('The first instant after that day') dueAt!: string;
  @FlagField('False: holidays on the way are not published, and only weekends were left out')
  calendarPublished!: boolean;
  @ObjectField(() => ArticleView, 'Where that stands in the law') article!: ArticleView;
  @InstantField('When it was stated') statedAt!: string;
  @IdField('Who stated it; null: the platform knew it by itself', orNull)
  statedByOrganisationId!: string | null;
  @CodeField(DUTY_STATES, 'Whether the register shows it') state!: DutyState;
  @InstantField('Since when the register shows it', orNull) metAt!: string | null;
}
export class DutyPage extends PageOf(DutyView) {}
