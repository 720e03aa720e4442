// The values a PDF is made of (ISO 32000-1, 7.3), as far as finding embedded files needs them.
export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'reference'; readonly id: number }
  | { readonly is: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  /** Strings, booleans and null: nothing here asks what they say. */
  | { readonly is: 'other' };

export interface PdfDictionary {
  readonly is: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** Bounds the work one hostile file can cause: characters looked at, in total. */
export class WorkBudget {
  constructor(private left: number) {}

  /** More work, for text that came out of a compressed stream. */
  grant(characters: number): void {
    this.left += characters;
  }

  /** False when the budget is used up. */
  spend(characters: number): boolean {
    this.left -= characters;
    return this.left >= 0;
  }
}
