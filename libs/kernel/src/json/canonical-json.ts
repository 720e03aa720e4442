// One text per JSON value, as in RFC 8785 (JCS): keys sorted by UTF-16 code units, no blanks, numbers and strings as
// ECMAScript prints them. A browser that signs and a server that checks write the same text.

/** @param value anything that came out of JSON */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
