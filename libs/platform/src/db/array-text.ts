// A list as the text of a PostgreSQL array. The driver quotes and escapes every element; of the ids, numbers, dates and
// codes that most long lists hold nothing needs it, and a file of invoices sends millions of them.

const PLAIN = /^[\w.:+/-]+$/;
const NULL = /^null$/i;

type Element = string | number | null;

const isElement = (value: unknown): value is Element =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** What else is in a list, such as bytes, instants or lists, is left to the driver. */
export function asArrayText(param: unknown): unknown {
  return Array.isArray(param) && param.every(isElement) ? arrayText(param) : param;
}

export const arrayText = (values: readonly Element[]): string => `{${values.map(elementText).join(',')}}`;

function elementText(value: Element): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return value.toString();
  if (PLAIN.test(value) && !NULL.test(value)) return value;
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
