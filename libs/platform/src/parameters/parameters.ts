// Looks up and sets dated parameters. Values are lines of an append-only book: a correction is a new line.
import { Injectable } from '@nestjs/common';
import { invariant, type LocalDate } from '#kernel';
import { query, type Reads, type Tx } from '../db/db';
import { type DatedValue, type Parameter, valueOn } from './parameter';

interface SetValue extends DatedValue {
  readonly id: string;
  readonly name: string;
  readonly setBy: string;
  readonly setAt: Date;
}

@Injectable()
export class Parameters {
  /** The value in force on the date of the act, as text. */
  async at(on: Reads, parameter: Parameter, date: LocalDate): Promise<string> {
    const all = await this.valuesOf(on, [parameter]);
    const value = valueOn(all.get(parameter) ?? [], date);
    invariant(value, `parameter ${parameter.name} has no value`);
    return value.value;
  }

  /** For parameters of kind integer. */
  async integerAt(on: Reads, parameter: Parameter, date: LocalDate): Promise<number> {
    invariant(parameter.kind === 'integer', `${parameter.name} is not an integer`);
    return Number(await this.at(on, parameter, date));
  }

  /** Every value of these parameters, the oldest first; of two with one effective date the later line counts. */
  async valuesOf(on: Reads, parameters: readonly Parameter[]): Promise<Map<Parameter, DatedValue[]>> {
    const set = await query<DatedValue & { readonly name: string }>(
      on,
      `select name, value, effective_from as "effectiveFrom", source from platform.parameter_value
       where name = any($1::text[]) order by set_at, id`,
      [parameters.map(({ name }) => name)],
    );
    const own = new Map(parameters.map(({ name, initial }) => [name, byDate(initial)]));
    for (const { name, ...value } of set) own.get(name)?.set(value.effectiveFrom, value);
    return new Map(parameters.map((parameter) => [parameter, inOrder(own.get(parameter.name))]));
  }

  async set(tx: Tx, value: SetValue): Promise<void> {
    await query(
      tx,
      `insert into platform.parameter_value (id, name, value, effective_from, source, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [value.id, value.name, value.value, value.effectiveFrom, value.source, value.setBy, value.setAt],
    );
  }
}

const byDate = (values: readonly DatedValue[]): Map<string, DatedValue> =>
  new Map(values.map((value) => [value.effectiveFrom, value]));

const inOrder = (values = byDate([])): DatedValue[] =>
  [...values.values()].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
