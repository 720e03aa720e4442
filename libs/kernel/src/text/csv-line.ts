// A line of CSV for other people's spreadsheet programs: a cell that one would run as a formula is made a text.

const FORMULA_STARTS = /^[=+\-@|%\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string): string {
  const safe = FORMULA_STARTS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
