import fc from 'fast-check';
import { residentIdCheck } from '#kernel';
import { codeKey } from '../party-key';
import { termsFaults, type SearchTerms } from '../search';
import { isPersonNumber, maskedNumber, personReason, personText, shownPerson } from './person-number';

const resident = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2010-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, birth, order]) => {
    const first = `${region}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return first + residentIdCheck(first);
  });
const RESIDENT = '11010519491231002X';

describe('the number of a person', () => {
  it.each([RESIDENT, '1101 0519 4912 3100 2x', 'G12345678', 'K08/1234(5)'])('takes %s', (number) => {
    expect(personReason(number)).toBeNull();
  });
  it.each(['110105194912310021', '12345', '', 'G1234*5678', '1101**********002X#0123456789AB'])(
    'refuses %s',
    (number) => expect(personReason(number)).not.toBeNull(),
  );

  it('shows at most eight of its characters, and two of a short one', () => {
    expect(maskedNumber(RESIDENT)).toBe('1101**********002X');
    expect(maskedNumber('G12345678')).toBe('G*******8');
    expect(shownPerson('g1234 5678', '0123456789AB')).toBe('G*******8#0123456789AB');
    fc.assert(
      fc.property(resident, (number) => {
        expect(maskedNumber(number)).not.toContain(number.slice(4, 14));
        expect(maskedNumber(number).replaceAll('*', '')).toHaveLength(8);
      }),
    );
  });

  it('is compared however it is written', () => {
    expect(personText('1101 0519 4912 3100 2x')).toEqual(personText(RESIDENT));
    expect(personText(RESIDENT)).not.toEqual(personText('G12345678'));
  });
});

describe('a search by identifier', () => {
  const terms = (identifier: string): SearchTerms => ({
    ...{ by: 'identifier', identifier, name: null, assetKey: null, invoiceNumber: null, debtorName: null },
    ...{ number: null, includeEnded: false, exactOnly: false, at: null, after: null },
  });
  it('is none by the number of a person, nor by what the register shows of it', () => {
    fc.assert(
      fc.property(resident, (number) => {
        expect(isPersonNumber(number)).toBe(true);
        expect(termsFaults(terms(number), 0)).toHaveLength(1);
        expect(termsFaults(terms(shownPerson(number, '0123456789AB')), 0)).toHaveLength(1);
      }),
    );
  });
  it.each(['91110000802100433B', 'G12345678', '12345'])('may be by %s', (identifier) => {
    expect(isPersonNumber(identifier)).toBe(false);
    expect(termsFaults(terms(identifier), 0)).toEqual([]);
    expect(codeKey(identifier)).toBe(identifier);
  });
});
