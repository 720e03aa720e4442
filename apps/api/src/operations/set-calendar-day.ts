// Declares a day off or a make-up working day, for years that the calendar's package does not know yet.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, localDate, newId, todayOf } from '#kernel';
import { Calendars, CLOCK, type Command, Once } from '#platform';
import { errors } from './errors';

interface NewCalendarDay {
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source: string;
}

@Injectable()
export class SetCalendarDay {
  constructor(
    private readonly once: Once,
    private readonly calendars: Calendars,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: Command, input: NewCalendarDay): Promise<NewCalendarDay & { readonly id: string }> {
    const { date, kind, name, source } = input;
    return this.once.run(command, async (tx) => {
      if (date < todayOf(this.clock)) throw errors.date_past();
      const id = newId(0);
      const { userId } = command.actor;
      const change = {
        id,
        date: localDate(date),
        kind,
        name,
        source,
        setBy: userId,
        setAt: this.clock.now(),
      };
      await this.calendars.change(tx, change);
      await this.audit.record(tx, command.actor, [
        {
          action: 'operations.calendar_day_set',
          subjectType: 'calendar_change',
          subjectId: id,
          subjectVersion: 1,
          details: { date, kind, name, source },
        },
      ]);
      return { id, date, kind, name, source };
    });
  }
}
