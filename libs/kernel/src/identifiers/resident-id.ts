// The number of a resident of China (GB 11643-1999): 6 digits of region, 8 of birth, 3 of order and a check character
// by ISO 7064 MOD 11-2.
import { isLocalDate } from '../local-date';
import { formFault, type IdentifierCheck, refused, VALID } from './characters';

const FORM = {
  name: 'ID',
  length: 18,
  alphabet: '0123456789X',
  alphabetText: { en: 'digits, and X as the last character', zh: '数字，末位可为X' },
};
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

export function checkResidentId(code: string): IdentifierCheck {
  const fault = formFault(code, FORM);
  if (fault) return fault;
  const birth = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`;
  if (!/^\d{17}/.test(code) || !isLocalDate(birth))
    return refused('Digits 7-14 are not a date of birth.', '第7至14位不是有效的出生日期。');
  if (residentIdCheck(code.slice(0, 17)) === code[17]) return VALID;
  return refused('The last character does not fit the first 17 digits.', '末位校验码与前17位不符。');
}

/** Character 18 of a number from its first 17 digits. */
export function residentIdCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** The first four and the last four characters: no more of a resident's number is ever kept or shown. */
export const maskedResidentId = (value: string): string => `${value.slice(0, 4)}**********${value.slice(-4)}`;
