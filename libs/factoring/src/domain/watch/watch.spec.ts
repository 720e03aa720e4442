import { DEAL_STATES } from '../states';
import { allAcknowledged, holdsClaim, isAcknowledged } from './dilution';
import { type ItemStanding, taxBasisOf, taxGroundOf } from './tax-basis';

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);
const item = (standing: ItemStanding['standing'], answeredAt: Date | null = at('10:00')): ItemStanding => ({
  ...{ standing, answeredAt },
  allowsPayout: ['good', 'not_verifiable', 'no_bureau'].includes(standing),
});

describe('the tax basis of a payout', () => {
  it.each<[string, ItemStanding[], Date | null]>([
    ['checked', [item('good'), item('good')], null],
    ['not_checked', [item('good'), item('not_verifiable', null)], null],
    ['not_checked', [item('no_bureau', null)], at('09:00')],
    ['missing', [item('good'), item('stale')], null],
    ['missing', [item('unchecked', null)], null],
    ['waived', [item('unchecked', null), item('stale')], at('09:00')],
    ['waived', [item('bad')], at('10:00')],
    ['missing', [item('bad')], at('09:59')],
    ['missing', [item('stale'), item('bad')], at('09:59')],
  ])('is %s', (basis, items, waivedAt) => expect(taxBasisOf(items, waivedAt)).toBe(basis));

  it.each<[Date | null, string, ItemStanding[], Date | null]>([
    [at('09:00'), 'checked', [item('good', at('10:00')), item('good', at('09:00'))], null],
    [at('10:00'), 'not_checked', [item('not_verifiable', null), item('good', at('10:00'))], at('08:00')],
    [null, 'not_checked', [item('no_bureau', null)], null],
    [null, 'waived', [item('good'), item('stale', at('09:00'))], at('11:00')],
    [null, 'missing', [item('good'), item('bad')], null],
  ])('counts from %p, the oldest good answer, when it is %s', (checkedAt, basis, items, waivedAt) => {
    expect(taxGroundOf(items, waivedAt)).toEqual({ basis, checkedAt });
  });
});

describe('a dilution', () => {
  const given = [
    { dealId: 'a', correctionId: '1' },
    { dealId: 'b', correctionId: '2' },
  ];
  it('is acknowledged by the deal itself, and by its newest correction', () => {
    expect(isAcknowledged('a', '1', given)).toBe(true);
    expect(isAcknowledged('a', '2', given)).toBe(false);
    expect(isAcknowledged('c', '1', given)).toBe(false);
  });
  it('is closed when every deal that holds a claim has acknowledged it', () => {
    const [a, b] = [
      { id: 'a', state: 'funded' as const },
      { id: 'b', state: 'accepted' as const },
    ];
    expect(allAcknowledged([a], '1', given)).toBe(true);
    expect(allAcknowledged([a, b], '1', given)).toBe(false);
    expect(allAcknowledged([a, { ...b, state: 'settled' }], '1', given)).toBe(true);
  });
  it('concerns deals until they end', () => {
    expect(DEAL_STATES.filter((state) => holdsClaim({ state }))).toEqual([
      'accepted',
      'funded',
      'matured',
      'overdue',
      'recourse',
    ]);
  });
});
