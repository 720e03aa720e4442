import { MATCH_RULES, SEARCH_KINDS, searchKeys, type SearchTerms, termsFaults } from './search';

const nothing: SearchTerms = {
  by: 'name',
  name: null,
  identifier: null,
  assetKey: null,
  invoiceNumber: null,
  debtorName: null,
  number: null,
  includeEnded: false,
  at: null,
};
const now = Date.parse('2026-11-22T08:00:00Z');
const terms: Record<SearchTerms['by'], SearchTerms> = {
  name: { ...nothing, by: 'name', name: '杭州 明远' },
  identifier: { ...nothing, by: 'identifier', identifier: '9111 0000802100433b' },
  asset: { ...nothing, by: 'asset', assetKey: 'invoice:aB 1' },
  invoice: { ...nothing, by: 'invoice', invoiceNumber: '０１２３', debtorName: 'ACME  Ltd' },
  number: { ...nothing, by: 'number', number: '0000 0000 0000 0001 95' },
};

describe('termsFaults', () => {
  it.each(SEARCH_KINDS)('accepts a complete search by %s', (by) => {
    expect(termsFaults(terms[by], now)).toEqual([]);
    expect(MATCH_RULES[by]).toMatch(/_exact$/);
  });

  it.each<[string, SearchTerms, string[]]>([
    ['a missing name', nothing, ['/name registry.term_missing']],
    ['a name of blanks', { ...nothing, name: '\u3000' }, ['/name registry.term_missing']],
    ['half an invoice', { ...terms.invoice, debtorName: null }, ['/debtorName registry.term_missing']],
    ['a foreign field', { ...terms.name, number: '1' }, ['/number registry.term_foreign']],
    [
      'a mistyped number',
      { ...terms.number, number: '000000000000000196' },
      ['/number registry.number_mistyped'],
    ],
    ['tomorrow', { ...terms.name, at: '2026-11-22T08:00:00.001Z' }, ['/at registry.time_ahead']],
  ])('refuses %s', (_, wrong, expected) => {
    expect(termsFaults(wrong, now).map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(expected);
  });

  it('accepts now and yesterday', () => {
    expect(termsFaults({ ...terms.name, at: '2026-11-22T08:00:00Z' }, now)).toEqual([]);
    expect(termsFaults({ ...terms.name, at: '2026-11-21T08:00:00Z' }, now)).toEqual([]);
  });
});

describe('searchKeys', () => {
  it.each<[SearchTerms['by'], string[]]>([
    ['name', ['杭州明远']],
    ['identifier', ['91110000802100433B']],
    ['asset', ['invoice:aB 1']],
    ['invoice', ['0123', 'acme ltd']],
    ['number', ['000000000000000195']],
  ])('by %s', (by, keys) => {
    expect(searchKeys(terms[by])).toEqual(keys);
  });
});
