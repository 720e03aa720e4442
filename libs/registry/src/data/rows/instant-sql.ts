// How a time leaves PostgreSQL without losing its microseconds, which a Date cannot hold.

/** RFC 3339, UTC, six decimals; null stays null. */
export const instantSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
