// The history of searches as a table for whoever keeps a file of them.
import { csvLine } from '#kernel';
import type { SearchSummary } from '../domain/search';

const COLUMNS = ['number', 'searched_at', 'by', 'terms', 'hits', 'reference'];

/** UTF-8 with a mark, which spreadsheet programs need. */
export function searchesCsv(searches: readonly SearchSummary[]): string {
  const lines = searches.map(({ number, searchedAt, terms, hitCount, reference }) => {
    const { name, identifier, assetKey, invoiceNumber, debtorName, number: sought } = terms;
    const asked = [name, identifier, assetKey, invoiceNumber, debtorName, sought].filter(Boolean).join(' · ');
    return csvLine([`'${number}`, searchedAt, terms.by, asked, String(hitCount), reference ?? '']);
  });
  return `\uFEFF${csvLine(COLUMNS)}${lines.join('')}`;
}
