// A number that a rule can change: a dated value with its source, looked up by the date of the act.
import { type Bilingual, invariant, type LocalDate } from '#kernel';

export interface DatedValue {
  readonly value: string;
  readonly effectiveFrom: string;
  /** Article, standard or decision that says so. */
  readonly source: string;
}
export interface Parameter {
  /** `library.what_it_is_unit`. */
  readonly name: string;
  readonly kind: 'integer' | 'decimal' | 'text';
  readonly text: Bilingual;
  /** The values this release knows, oldest first. An operator adds others. */
  readonly initial: readonly [DatedValue, ...DatedValue[]];
}

const parameters = new Map<string, Parameter>();
const PATTERN: Record<Parameter['kind'], RegExp> = {
  integer: /^\d{1,12}$/,
  decimal: /^-?\d{1,12}(\.\d{1,12})?$/,
  text: /^.{1,200}$/u,
};

export function defineParameter(parameter: Parameter): Parameter {
  invariant(!parameters.has(parameter.name), `parameter ${parameter.name} declared twice`);
  invariant(
    parameter.initial.every(({ value }) => fitsKind(parameter, value)),
    `initial values of ${parameter.name}`,
  );
  parameters.set(parameter.name, parameter);
  return parameter;
}

export const fitsKind = ({ kind }: Parameter, value: string): boolean => PATTERN[kind].test(value);
export const declaredParameters = (): readonly Parameter[] => [...parameters.values()];
export const parameterNamed = (name: string): Parameter | undefined => parameters.get(name);

/** The value in force on a date: the latest one effective by then; a date before all of them gets the oldest. */
export function valueOn(values: readonly DatedValue[], date: LocalDate): DatedValue | undefined {
  const ordered = [...values].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return ordered.filter(({ effectiveFrom }) => effectiveFrom <= date).at(-1) ?? ordered[0];
}
