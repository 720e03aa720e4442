// The CNAPS number of a Chinese bank branch: 12 digits. Its check (ISO 7064 MOD 11,10) is inferred from numbers in
// use and stands in no public standard, so a number that fails it is accepted with a warning.
import { invariant } from '../errors';
import { formFault, VALID, type IdentifierCheck } from './characters';

const FORM = {
  name: 'CNAPS',
  length: 12,
  alphabet: '0123456789',
  alphabetText: { en: 'digits only', zh: '仅含数字' },
};

/** Wrong length or alphabet is refused; a failing check digit is `valid` with `warning` and a reason. */
export function checkCnaps(code: string): IdentifierCheck {
  const fault = formFault(code, FORM);
  if (fault) return fault;
  if (cnapsCheckDigit(code.slice(0, 11)) === code[11]) return VALID;
  return {
    valid: true,
    warning: true,
    reason: {
      en: 'Digit 12 does not fit digits 1-11 (check digit ISO 7064 MOD 11,10, inferred); verify the bank number.',
      zh: '第12位与第1至11位不符（推定的校验位，ISO 7064 MOD 11,10），请核实行号。',
    },
  };
}

/** Digit 12 of a CNAPS number from its first 11. */
export function cnapsCheckDigit(first11: string): string {
  invariant(/^\d{11}$/.test(first11), 'a CNAPS number starts with 11 digits');
  const product = Array.from(first11).reduce((carried, digit) => {
    const sum = (carried + Number(digit)) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);
  return String((11 - product) % 10);
}
