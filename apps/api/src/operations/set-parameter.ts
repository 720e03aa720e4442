// Adds a dated value to a parameter. The value in force on a past day never changes.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, todayOf } from '#kernel';
import { CLOCK, type Command, fitsKind, Once, parameterNamed, Parameters } from '#platform';
import { errors } from './errors';

interface NewValue {
  readonly name: string;
  readonly value: string;
  readonly effectiveFrom: string;
  readonly source: string;
}

@Injectable()
export class SetParameter {
  constructor(
    private readonly once: Once,
    private readonly parameters: Parameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: Command, input: NewValue): Promise<NewValue & { readonly id: string }> {
    const parameter = parameterNamed(input.name);
    if (!parameter) throw errors.parameter_unknown({ name: input.name });
    if (!fitsKind(parameter, input.value)) throw errors.value_unfit({ kind: parameter.kind });
    const { name, value, effectiveFrom, source } = input;
    return this.once.run(command, async (tx) => {
      // Inside, so that a request that was answered yesterday is answered the same today.
      if (effectiveFrom < todayOf(this.clock)) throw errors.date_past();
      const id = newId(0);
      const { userId } = command.actor;
      await this.parameters.set(tx, {
        id,
        name,
        value,
        effectiveFrom,
        source,
        setBy: userId,
        setAt: this.clock.now(),
      });
      const details = { name, value, effectiveFrom, source };
      await this.audit.record(tx, command.actor, [
        {
          action: 'operations.parameter_set',
          subjectType: 'parameter_value',
          subjectId: id,
          subjectVersion: 1,
          details,
        },
      ]);
      return { id, name, value, effectiveFrom, source };
    });
  }
}
