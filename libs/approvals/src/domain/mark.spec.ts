import { money } from '#kernel';
import { loosens, mustWait } from './mark';

const cny = (amount: string) => money(amount, 'CNY');
const always = { active: true, threshold: null };
const above = (amount: string) => ({ active: true, threshold: cny(amount) });
const off = { active: false, threshold: null };

describe('whether a deed waits', () => {
  it.each([
    ['unmarked', off, cny('1000000'), false],
    ['marked without a threshold', always, cny('0.01'), true],
    ['below the threshold', above('100'), cny('99.99'), false],
    ['at the threshold', above('100'), cny('100'), false],
    ['above the threshold', above('100'), cny('100.01'), true],
    ['in another currency', above('100'), money('1', 'EUR'), true],
    ['without an amount', above('100'), null, true],
  ])('%s', (_, mark, amount, waits) => expect(mustWait(mark, amount)).toBe(waits));
});

describe('whether fewer deeds would wait', () => {
  it.each([
    ['the first mark', undefined, always, false],
    ['marked again after it was off', off, above('100'), false],
    ['unmarked', always, off, true],
    ['a threshold on what always waited', always, above('100'), true],
    ['no threshold any more', above('100'), always, false],
    ['a higher threshold', above('100'), above('101'), true],
    ['a lower threshold', above('100'), above('99'), false],
    ['a threshold in another currency', above('100'), { active: true, threshold: money('1', 'EUR') }, true],
    ['the same again', above('100'), above('100'), false],
  ])('%s', (_, before, after, looser) => expect(loosens(before, after)).toBe(looser));
});
