import fc from 'fast-check';
import { keptName, searchName } from './legal-name';

describe('keptName', () => {
  it.each([
    ['杭州明远科技有限公司', '杭州明远科技有限公司'],
    ['  Acme   Ltd ', 'Acme Ltd'],
    ['Acme\tLtd\n', 'Acme Ltd'],
    ['Acme \u0000 Ltd', 'Acme Ltd'],
    ['明远（杭州）', '明远（杭州）'],
    ['Ac\u200bme\u202e', 'Acme'],
    ['名'.repeat(200), '名'.repeat(200)],
    ['𠮷'.repeat(200), '𠮷'.repeat(200)],
  ])('keeps %j as %j', (given, kept) => expect(keptName(given)).toBe(kept));

  it.each(['', '   ', '\u200b\u200d', '（）', '——', '名'.repeat(201), '名\ud800', 'A\ud800\u0000\udc00'])(
    'refuses %j',
    (given) => expect(keptName(given)).toBeNull(),
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (text) => {
        const kept = keptName(text);
        if (kept !== null) expect(keptName(kept)).toBe(kept);
      }),
    );
  });
});

describe('searchName', () => {
  it.each([
    ['ＡＣＭＥ　（Ｈａｎｇｚｈｏｕ）', 'acme(hangzhou)'],
    ['明远 （杭州）', '明远(杭州)'],
    ['Ac\u200bme L T D', 'acmeltd'],
    ['㍿山田', '株式会社山田'],
  ])('looks past width, case and spaces: %j', (name, key) => expect(searchName(name)).toBe(key));

  it.each(['', ' ', '（）', '\u200b'])('finds nothing in %j', (name) => expect(searchName(name)).toBe(''));

  it('does not join names that differ', () =>
    expect(searchName('明远科技')).not.toBe(searchName('明远科贸')));

  it('is the same with spaces anywhere', () => {
    const letters = fc.array(fc.constantFrom('明', '远', 'A', 'ｂ', '1', '('), { minLength: 1 });
    fc.assert(
      fc.property(letters, (parts) =>
        expect(searchName(parts.join(' \u3000'))).toBe(searchName(parts.join(''))),
      ),
    );
  });
});
