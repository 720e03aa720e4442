// A corpus of honest invoices and of invoices that come back changed, as one file that anybody could upload.
import { cleanInvoices, type Invoice, pairsOf, type Party } from './clean';
import { type Family, mutationsOf } from './mutations';
import { chanceFrom } from './random';

export interface CorpusSize {
  readonly seed: number;
  readonly honest: number;
  /** Of each of the ten families. */
  readonly each: number;
  readonly sellers: number;
}

/** What is true of one invoice of the corpus. */
export interface Truth {
  readonly invoice: Invoice;
  readonly family: Family | null;
  /** Number of the case within the corpus; a split case has several invoices. */
  readonly mutation: number | null;
  /** Positions of the invoices it was made from. */
  readonly origins: readonly number[];
}

export interface Corpus {
  /** In the order in which they come in: the honest ones first. */
  readonly truths: readonly Truth[];
  /** Positions of honest invoices that were credited in full before anything came back. */
  readonly credited: ReadonlySet<number>;
}

const partyOf = (kind: 'Seller' | 'Buyer', index: number): Party => ({
  name: `${kind} ${index} GmbH`,
  id: `DE${kind === 'Seller' ? '1' : '2'}${index.toString().padStart(8, '0')}`,
});
const parties = (kind: 'Seller' | 'Buyer', count: number): Party[] =>
  Array.from({ length: count }, (_, index) => partyOf(kind, index));

export function corpusOf({ seed, honest, each, sellers }: CorpusSize): Corpus {
  const chance = chanceFrom(seed);
  const pairs = pairsOf(parties('Seller', sellers), parties('Buyer', Math.max(4, sellers)), chance);
  const invoices = cleanInvoices(pairs, honest, chance);
  const mutations = mutationsOf(invoices, each, chance);
  const returned = mutations.flatMap(({ family, invoices: told, origins }, mutation) =>
    told.map((invoice): Truth => ({ invoice, family, mutation, origins })),
  );
  const truths = invoices.map((invoice): Truth => ({ invoice, family: null, mutation: null, origins: [] }));
  const reissues = mutations.filter(({ family }) => family === 'reissue');
  return {
    truths: [...truths, ...returned],
    credited: new Set(reissues.flatMap(({ origins }) => origins)),
  };
}

const COLUMNS =
  'number,issue_date,due_date,currency,seller_name,seller_id,buyer_name,buyer_id,net_amount,gross_amount';

export function csvOf(invoices: readonly Invoice[]): string {
  const rows = invoices.map(({ number, issueDate, dueDate, currency, seller, buyer, cents }) => {
    const amount = (cents / 100).toFixed(2);
    return [
      ...[number, issueDate, dueDate, currency, seller.name, seller.id, buyer.name, buyer.id, amount, amount],
    ].join(',');
  });
  return [COLUMNS, ...rows].join('\r\n');
}
