// The legal entity identifier (ISO 17442): 18 characters and two check digits by ISO 7064 MOD 97-10.
import { invariant } from '../errors';
import { formFault, refused, VALID, type IdentifierCheck } from './characters';

const FORM = {
  name: 'LEI',
  length: 20,
  alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphabetText: { en: 'digits and capitals', zh: '仅含数字和大写字母' },
};

export function checkLei(code: string): IdentifierCheck {
  const fault = formFault(code, FORM);
  if (fault) return fault;
  const digits = code.slice(18);
  if (!/^\d\d$/.test(digits)) {
    return refused(
      'Characters 19-20 of an LEI are two digits (check digits, ISO 17442).',
      'LEI第19至20位应为两位数字（校验码，ISO 17442）。',
    );
  }
  if (leiCheckDigits(code.slice(0, 18)) === digits) return VALID;
  return refused(
    'Characters 19-20 do not fit characters 1-18 (check digits, ISO 17442).',
    '第19至20位与第1至18位不符（校验码，ISO 17442）。',
  );
}

/** Characters 19-20 of an LEI from its first 18, "02" to "98". */
export function leiCheckDigits(first18: string): string {
  invariant(/^[0-9A-Z]{18}$/.test(first18), 'an LEI starts with 18 digits or capitals');
  const rest = Array.from(`${first18}00`).reduce((remainder, character) => {
    const value = Number.parseInt(character, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return (98 - rest).toString().padStart(2, '0');
}
