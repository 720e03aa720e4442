// The first refused rows as sheets that can be corrected on a screen: the cells as they came, and which of them to look at.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import type { OutcomeReason } from '../../../domain/intake';
import type { UploadSide } from '../../../domain/upload';
import { RefusedRows } from './refused-rows';

/** Rows beyond these are corrected in a spreadsheet program. */
export const MOST_SHOWN_ROWS = 100;

type Reason = Omit<OutcomeReason, 'field'> & { readonly field: string | null };

interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** None below the first row of an invoice of several. */
  readonly reasons: readonly Reason[];
  /** Whether it belongs to the invoice of the row above. */
  readonly continues: boolean;
}

interface Sheet {
  readonly fileName: string;
  readonly sheet: string | null;
  readonly headings: readonly string[];
  readonly columns: readonly (string | null)[];
  readonly rows: readonly SheetRow[];
}

export interface SheetsShown {
  readonly sheets: readonly Sheet[];
  /** There are more rows than these. */
  readonly isMore: boolean;
}

@Injectable()
export class RefusedSheets {
  constructor(private readonly refused: RefusedRows) {}

  /** Whole invoices only. @throws receivables.upload_not_found, receivables.refused_rows_none */
  async execute(actor: Actor, side: UploadSide, id: string): Promise<SheetsShown> {
    const sheets: (Omit<Sheet, 'rows'> & { readonly rows: SheetRow[] })[] = [];
    let count = 0;
    for await (const part of await this.refused.execute(actor, side, id)) {
      if (part.is === 'file') break;
      if (part.is === 'header') {
        const { fileName, sheet, cells: headings, columns } = part;
        sheets.push({ fileName, sheet, headings, columns, rows: [] });
        continue;
      }
      const { line, cells, reasons } = part;
      if (count >= MOST_SHOWN_ROWS && reasons !== null) return { sheets, isMore: true };
      count += 1;
      const said = (reasons ?? []).map((reason) => ({ ...reason, field: reason.field ?? null }));
      sheets.at(-1)?.rows.push({ line, cells, reasons: said, continues: reasons === null });
    }
    return { sheets, isMore: false };
  }
}
