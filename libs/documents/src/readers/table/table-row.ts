// One row of a table, whatever file it came from: its cells as trimmed text, and the cells that cannot be trusted.
import type { Finding } from '../../domain/verdict';

export interface CellFault {
  readonly column: number;
  readonly finding: Finding;
}

export interface TableRow {
  /** Where the row begins, 1 being the first line. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Null where every cell is what it says. */
  readonly faults: readonly CellFault[] | null;
  /** Of a workbook that counts its days from 1904. */
  readonly is1904?: true;
}

/** A sheet of a workbook, or the whole of a CSV file: rows in the batches in which they arrive. */
export interface TableSheet {
  /** Null where the file is one table. */
  readonly name: string | null;
  readonly rows: AsyncIterable<readonly TableRow[]>;
}
