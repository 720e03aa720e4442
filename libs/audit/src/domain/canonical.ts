// One text per JSON value, as in RFC 8785 (JCS): keys sorted by UTF-16 code units, no blanks, numbers and strings as
// ECMAScript prints them. What PostgreSQL gives back of a jsonb column has the same text as what was stored.

/** @param value anything that came out of JSON */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** False for what nests too deep to be walked; to be asked before anything of a stranger is. */
export const nestsWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((item) => nestsWithin(item, levels - 1)));
