// Which lines of a filing stood at a moment: a line comes with the filing or an amendment, and goes with another.

/** The alias says what it is: a row of filing_party, or of collateral. */
type LineAlias = 'p' | 'c';

/** SQL: the line had come by then. */
export const hadCome = (line: LineAlias, at: string): string =>
  `(${line}.added_at is null or ${line}.added_at <= ${at}::timestamptz)`;

/** SQL: the line was taken out or replaced by then. */
export const hadGone = (line: LineAlias, at: string): string => `exists (select 1 from registry.line_end gone
  where gone.filing_id = ${line}.filing_id and gone.part = ${line === 'p' ? 'p.role' : "'collateral'"}
    and gone.ordinal = ${line}.ordinal and gone.version = ${line}.version and gone.ended_at <= ${at}::timestamptz)`;

export const stoodAt = (line: LineAlias, at: string): string =>
  `(${hadCome(line, at)} and not ${hadGone(line, at)})`;
