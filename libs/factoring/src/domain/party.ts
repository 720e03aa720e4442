// How a party is named to others: its legal name and the identifier that says most about who it is.
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}
export interface NamedParty {
  readonly id: string;
  readonly legalName: string;
  readonly identifiers: readonly Identifier[];
}

const BEST_FIRST: readonly string[] = ['USCC', 'LEI', 'VAT', 'LOCAL'];

/** Undefined for a party without identifiers. */
export function leadingIdentifier({ identifiers }: Pick<NamedParty, 'identifiers'>): Identifier | undefined {
  const place = ({ scheme }: Identifier) => {
    const found = BEST_FIRST.indexOf(scheme);
    return found < 0 ? BEST_FIRST.length : found;
  };
  return [...identifiers].sort((a, b) => place(a) - place(b))[0];
}

/** The name as a view shows it; the id where the party is not known any more. */
export const nameOf = (parties: ReadonlyMap<string, { readonly legalName: string }>, id: string): string =>
  parties.get(id)?.legalName ?? id;
