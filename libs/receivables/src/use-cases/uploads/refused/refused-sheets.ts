// Refused rows page by page as sheets that can be corrected on a screen: the cells as they came, and which of them to look
// at.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import type { OutcomeReason } from '../../../domain/intake';
import type { UploadSide } from '../../../domain/upload';
import { type RefusedPart, RefusedRows } from './refused-rows';

/** Rows of a page. */
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
  /** How many invoices to pass over to see those that follow; null when these were the last. */
  readonly next: number | null;
}

@Injectable()
export class RefusedSheets {
  constructor(private readonly refused: RefusedRows) {}

  /**
   * Whole invoices only.
   * @param after so many refused invoices are passed over
   * @throws receivables.upload_not_found, receivables.refused_rows_none
   */
  async execute(actor: Actor, side: UploadSide, id: string, after = 0): Promise<SheetsShown> {
    const page = new SheetPage(after);
    for await (const part of await this.refused.execute(actor, side, id)) {
      if (part.is === 'file') break;
      if (part.is === 'header') page.begin(part);
      else if (!page.take(part)) return { sheets: page.sheets, next: page.seen };
    }
    return { sheets: page.sheets, next: null };
  }
}

/** A sheet is on the page once a row of it is. */
class SheetPage {
  readonly sheets: (Sheet & { readonly rows: SheetRow[] })[] = [];
  /** Refused invoices so far, also those passed over. */
  seen = 0;
  private count = 0;
  private sheet: (Sheet & { readonly rows: SheetRow[] }) | null = null;

  constructor(private readonly after: number) {}

  begin({ fileName, sheet, cells, columns }: PartOf<'header'>): void {
    this.sheet = { fileName, sheet, headings: cells, columns, rows: [] };
  }

  /** False, and not taken, where the page is full. */
  take({ line, cells, reasons }: PartOf<'row'>): boolean {
    if (reasons !== null) {
      if (this.count >= MOST_SHOWN_ROWS) return false;
      this.seen += 1;
    }
    if (this.seen <= this.after || !this.sheet) return true;
    if (this.sheet.rows.length === 0) this.sheets.push(this.sheet);
    this.count += 1;
    const said = (reasons ?? []).map((reason) => ({ ...reason, field: reason.field ?? null }));
    this.sheet.rows.push({ line, cells, reasons: said, continues: reasons === null });
    return true;
  }
}

type PartOf<Is extends RefusedPart['is']> = Extract<RefusedPart, { readonly is: Is }>;
