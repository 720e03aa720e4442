import { countsInLaw, titleOf, type TitleBasis, type TitleRecord } from './title';

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

describe('the title of a deal', () => {
  it.each<['registered_here_only' | 'statutory', TitleRecord[], TitleBasis, boolean]>([
    ['statutory', [], 'registered_here', true],
    ['statutory', [waiver], 'registered_here', true],
    ['registered_here_only', [statutory], 'statutory', true],
    ['registered_here_only', [waiver, statutory], 'statutory', true],
    ['registered_here_only', [waiver], 'waived', true],
    ['registered_here_only', [], 'missing', false],
  ])('of a filing %s with %j rests on: %s', (standing, records, basis, counts) => {
    const title = titleOf(standing, records);
    expect(title.basis).toBe(basis);
    expect(countsInLaw(title)).toBe(counts);
    expect(title.waiver !== null).toBe(records.includes(waiver));
  });

  it('goes by the latest record of a kind', () => {
    const later = record('statutory', 's2');
    expect(titleOf('registered_here_only', [statutory, later]).statutory).toBe(later);
  });
});
