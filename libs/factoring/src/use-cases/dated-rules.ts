// What may differ from one day to another: the time itself, the numbers a rule can change, and the calendar.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, type WorkingCalendar } from '#kernel';
import { Calendars, CLOCK, Parameters, type Reads } from '#platform';
import { minTenorDays, registrationExtraMonths, requestOpenDays } from '../factoring.parameters';

@Injectable()
export class DatedRules {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly parameters: Parameters,
    private readonly calendars: Calendars,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  calendar(on: Reads): Promise<WorkingCalendar> {
    return this.calendars.current(on);
  }

  requestOpenDays(on: Reads, date: LocalDate): Promise<number> {
    return this.parameters.integerAt(on, requestOpenDays, date);
  }

  minTenorDays(on: Reads, date: LocalDate): Promise<number> {
    return this.parameters.integerAt(on, minTenorDays, date);
  }

  registrationExtraMonths(on: Reads, date: LocalDate): Promise<number> {
    return this.parameters.integerAt(on, registrationExtraMonths, date);
  }
}
