// What the operator's screens for parameters and the calendar take and give.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, DateField, FlagField, IdField, IntField, TextField } from '#platform';

class DatedValueView {
  @TextField(200, 'Value as text') value!: string;
  @DateField('In force from this day on') effectiveFrom!: string;
  @TextField(300, 'Article, standard or decision that says so') source!: string;
}

export class ParameterView {
  @TextField(80, 'library.what_it_is_unit') name!: string;
  @CodeField(['integer', 'decimal', 'text'], 'Kind of value') kind!: string;
  @TextField(200, 'In English') textEn!: string;
  @TextField(200, 'In Chinese') textZh!: string;
  @TextField(200, 'The value in force today') current!: string;
  @ApiProperty({ type: [DatedValueView] }) values!: DatedValueView[];
}

export class ParameterList {
  @ApiProperty({ type: [ParameterView] }) items!: ParameterView[];
}

export class ParameterBody {
  @TextField(80, 'Name of a declared parameter') name!: string;
  @TextField(200, 'Value as text') value!: string;
  @DateField('Today or later') effectiveFrom!: string;
  @TextField(300, 'Article, standard or decision that says so') source!: string;
}

export class ParameterValueView extends ParameterBody {
  @IdField('Id of the line in the book') id!: string;
}

export class CalendarQuery {
  @IntField(2000, 2100, 'Year; absent: this year', { optional: true }) year?: number;
}

export class CalendarDayView {
  @DateField('Day') date!: string;
  @FlagField('Is it a working day') working!: boolean;
  @TextField(80, 'Name in English', { nullable: true }) nameEn!: string | null;
  @TextField(80, 'Name in Chinese', { nullable: true }) nameZh!: string | null;
}

export class CalendarView {
  @IntField(2000, 2100, 'The year of these days') year!: number;
  @IntField(2000, 2100, 'The year it is now') thisYear!: number;
  @FlagField('False: the holidays of this year are not published yet, only weekends are known')
  published!: boolean;
  @ApiProperty({ type: [CalendarDayView], description: 'Days off on weekdays and working days on weekends' })
  days!: CalendarDayView[];
}

export class CalendarDayBody {
  @DateField('Day') date!: string;
  @CodeField(['off', 'work'], 'Day off, or make-up working day') kind!: 'off' | 'work';
  @TextField(80, 'Name of the day') name!: string;
  @TextField(300, 'Decision that says so') source!: string;
}

export class CalendarChangeView extends CalendarDayBody {
  @IdField('Id of the line in the book') id!: string;
}
