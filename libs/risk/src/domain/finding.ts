// What verification reports: a place where the book and what is derived from it do not agree.

export interface Finding {
  /** schema.table of the book. */
  readonly book: string;
  /** Id of the row or aggregate concerned. */
  readonly subject: string;
  readonly problem: string;
}
