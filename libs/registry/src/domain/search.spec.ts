import {
  CODE_RULES,
  cursorOf,
  placeOf,
  SEARCH_KINDS,
  searchKeys,
  type SearchTerms,
  termsFaults,
} from './search';

const nothing: SearchTerms = {
  by: 'name',
  name: null,
  identifier: null,
  assetKey: null,
  invoiceNumber: null,
  debtorName: null,
  number: null,
  includeEnded: false,
  exactOnly: false,
  at: null,
  after: null,
};
const now = Date.parse('2026-11-22T08:00:00Z');
const terms: Record<SearchTerms['by'], SearchTerms> = {
  name: { ...nothing, by: 'name', name: '杭州 明远' },
  identifier: { ...nothing, by: 'identifier', identifier: '9111 0000802100433b' },
  asset: { ...nothing, by: 'asset', assetKey: 'invoice:aB 1' },
  invoice: { ...nothing, by: 'invoice', invoiceNumber: '０１２３', debtorName: 'ACME  Ltd' },
  number: { ...nothing, by: 'number', number: '0000 0000 0000 0001 95' },
};

const place = {
  score: '0.97',
  group: '杭州明远',
  filedAt: '2026-11-22T08:00:00.000001Z',
  id: '0193a000-0000-7000-8000-000000000001',
};
const cursor = cursorOf(place);

describe('placeOf', () => {
  it('reads what cursorOf wrote', () => {
    expect(placeOf(cursor)).toEqual(place);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'eA'],
    ['another list', Buffer.from('["1","",""]').toString('base64url')],
    ['a score beyond one', cursorOf({ ...place, score: '2' })],
    ['a time that is none', cursorOf({ ...place, filedAt: '2026-13-41T08:00:00.000001Z' })],
    ['an id that is none', cursorOf({ ...place, id: '1' })],
    ['a letter PostgreSQL cannot hold', cursorOf({ ...place, group: '\0' })],
  ])('refuses %s', (_, text) => {
    expect(placeOf(text)).toBeNull();
  });
});

describe('termsFaults', () => {
  it.each(SEARCH_KINDS)('accepts a complete search by %s', (by) => {
    expect(termsFaults(terms[by], now)).toEqual([]);
    expect(by === 'name' || CODE_RULES[by].endsWith('_exact')).toBe(true);
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
    ['a cursor of another kind', { ...terms.name, after: 'x' }, ['/after registry.cursor_malformed']],
    ['a cursor without its time', { ...terms.name, after: cursor }, ['/at registry.cursor_without_time']],
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
