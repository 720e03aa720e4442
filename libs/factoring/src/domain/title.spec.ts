import { countsInLaw, NOT_REGISTERED, titleOf, type TitleBasis, type TitleRecord } from './title';

const record = (kind: TitleRecord['kind'], id: string): TitleRecord => ({
  id,
  dealId: 'deal',
  kind,
  number: kind === 'statutory' ? id : null,
  registeredAt: kind === 'statutory' ? new Date(0) : null,
  reason: kind === 'waiver' ? id : null,
  recordedBy: 'someone',
  recordedAt: new Date(1),
});
const statutory = record('statutory', 's1');
const waiver = record('waiver', 'w1');

const registered = { ...NOT_REGISTERED, statutory: { number: 'n', registeredAt: '2026-11-22T00:00:00Z' } };
const here = { ...NOT_REGISTERED, standing: 'statutory' as const };
const overdue = { ...NOT_REGISTERED, overdue: true };

describe('the title of a deal', () => {
  it.each<[string, typeof registered | typeof NOT_REGISTERED, TitleRecord[], TitleBasis, boolean]>([
    ['the registry itself', here, [], 'registered_here', true],
    ['the registry itself, waived', here, [waiver], 'registered_here', true],
    ['registered', registered, [], 'statutory', true],
    ['registered and waived', registered, [waiver], 'statutory', true],
    ['recorded with the deal', NOT_REGISTERED, [statutory], 'statutory', true],
    ['waived', NOT_REGISTERED, [waiver], 'waived', true],
    ['waived, and overdue', overdue, [waiver], 'missing', false],
    ['registered, late', { ...registered, overdue: true }, [waiver], 'statutory', true],
    ['waits for its check', { ...NOT_REGISTERED, waiting: true }, [], 'missing', false],
    ['nothing', NOT_REGISTERED, [], 'missing', false],
  ])('%s rests as it should', (_, about, records, basis, counts) => {
    const title = titleOf(about, records);
    expect(title.basis).toBe(basis);
    expect(countsInLaw(title)).toBe(counts);
    expect(title.waiver !== null).toBe(records.includes(waiver));
    expect(title.waiting).toBe(about.waiting);
  });

  it('goes by what the registry holds, then by the latest record', () => {
    const later = record('statutory', 's2');
    expect(titleOf(NOT_REGISTERED, [statutory, later]).statutory?.number).toBe('s2');
    expect(titleOf(registered, [later]).statutory?.number).toBe('n');
  });

  it('is overdue only while there is none', () => {
    expect(titleOf(overdue, []).overdue).toBe(true);
    expect(titleOf({ ...registered, overdue: true }, []).overdue).toBe(false);
  });
});
