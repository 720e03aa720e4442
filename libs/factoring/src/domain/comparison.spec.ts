// Which offer stands first, and which are flagged.
import { money } from '#kernel';
import { compareOffers, type Priced } from './comparison';

const offer = (id: string, cash: string, allInRate: string | null, minute = 0): Priced => ({
  id,
  createdAt: new Date(Date.UTC(2026, 5, 1, 0, minute)),
  price: { netCash: money(cash, 'CNY'), allInRate },
});
const table = (offers: Priced[]) =>
  compareOffers(offers).map(({ id, rankByNetCash, rankByRate, bestNetCash, bestRate }) =>
    [id, rankByNetCash, rankByRate, bestNetCash ? 'cash' : '', bestRate ? 'rate' : ''].join(' ').trim(),
  );

describe('offers side by side', () => {
  it('put the most cash first and flag the cheapest', () => {
    expect(table([offer('a', '80', '0.05'), offer('b', '90', '0.07'), offer('c', '70', '0.06')])).toEqual([
      'b 1 3 cash',
      'a 2 1  rate',
      'c 3 2',
    ]);
  });

  it('compare figures and not texts', () => {
    expect(table([offer('a', '900', '0.9'), offer('b', '1000', '0.10')])).toEqual([
      'b 1 1 cash rate',
      'a 2 2',
    ]);
  });

  it('share a rank when they are equal, the cheaper and then the earlier first', () => {
    expect(
      table([
        offer('d', '90', '0.05', 9),
        offer('c', '90', '0.05', 1),
        offer('b', '90', '0.04', 5),
        offer('a', '10', '0.09'),
      ]),
    ).toEqual(['b 1 1 cash rate', 'c 1 2 cash', 'd 1 2 cash', 'a 4 4']);
  });

  it('never call an offer without a rate the cheapest', () => {
    expect(table([offer('a', '80', null), offer('b', '70', '3')])).toEqual(['a 1 2 cash', 'b 2 1  rate']);
    expect(table([offer('a', '80', null)])).toEqual(['a 1 1 cash']);
  });

  it('are none when nobody offered', () => {
    expect(compareOffers([])).toEqual([]);
  });
});
