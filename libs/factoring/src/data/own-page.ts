// A page of what either of two parties may see, without reading past everybody else's rows: each side walks its own
// index, one organisation after the other. A condition with `or` over both sides, or `any` over organisations, walks none.

export interface Side {
  /** A table and its alias. */
  readonly from: string;
  readonly id: string;
  /** The column that holds the party on this side. */
  readonly party: string;
  /** What else a row must be. */
  readonly where: string;
}

/**
 * The ids of a page, the newest first: a query for `where id in (...)`. `$1` is the scope; `before` and `take` are the
 * parameters of the keyset.
 */
export function ownPage(sides: readonly [Side, Side], before: string, take: string): string {
  const rows = ({ from, id, where }: Side, mine: string) =>
    `select ${id} as id from ${from} where ${mine} and ${where} and ${id} < ${before} order by ${id} desc limit ${take}`;
  const half = (side: Side) =>
    `select own.id from unnest($1::uuid[]) as organisation (id)
       cross join lateral (${rows(side, `${side.party} = organisation.id`)}) own`;
  const [first, second] = sides;
  return `select id from (
      (${rows(first, '$1::uuid[] is null')}) union (${half(first)}) union (${half(second)})
    ) page order by id desc limit ${take}`;
}
