// The number of a resident: the example of the standard, and every single wrong digit.
import fc from 'fast-check';
import { checkResidentId, residentIdCheck } from './resident-id';

const EXAMPLE = '11010519491231002X';

it('takes the example of GB 11643-1999', () => {
  expect(checkResidentId(EXAMPLE)).toMatchObject({ valid: true, reason: null });
});

it.each([
  ['11010519491231002x'],
  ['1101051949123100'],
  ['110105194913310029'],
  ['110105194902300029'],
  ['440524188001010015'],
  ['11010519491231X02X'],
  [''],
])('refuses "%s" with a reason in both languages', (code) => {
  const { valid, reason } = checkResidentId(code);
  expect(valid).toBe(false);
  expect(reason?.en).toBeTruthy();
  expect(reason?.zh).toBeTruthy();
});

it('finds every single wrong digit of the order and region', () => {
  const position = fc.constantFrom(0, 1, 2, 3, 4, 5, 14, 15, 16);
  fc.assert(
    fc.property(position, fc.integer({ min: 1, max: 9 }), (index, shift) => {
      const wrong = String((Number(EXAMPLE[index]) + shift) % 10);
      expect(checkResidentId(EXAMPLE.slice(0, index) + wrong + EXAMPLE.slice(index + 1)).valid).toBe(false);
    }),
  );
});

it('gives a check to any 17 digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}$/), (digits) =>
      expect(residentIdCheck(digits)).toMatch(/^[0-9X]$/),
    ),
  );
});
