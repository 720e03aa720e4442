// The unified social credit code of a Chinese organisation (GB 32100-2015). It carries two check characters, and
// both are needed: the last one, and that of the organisation code (GB 11714) inside.
import { invariant } from '../errors';
import { formFault, refused, VALID, type IdentifierCheck } from './characters';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const FORM = {
  name: 'USCC',
  length: 18,
  alphabet: ALPHABET,
  alphabetText: {
    en: 'digits and capitals except I, O, S, V, Z',
    zh: '仅含数字和除I、O、S、V、Z以外的大写字母',
  },
};

/** Checks the form, then characters 9-17 as an organisation code, then character 18. */
export function checkUscc(code: string): IdentifierCheck {
  const fault = formFault(code, FORM);
  if (fault) return fault;
  const organisation = organisationCodeCheckCharacter(code.slice(8, 16)) === code[16];
  const whole = usccCheckCharacter(code.slice(0, 17)) === code[17];
  if (organisation && whole) return VALID;
  if (whole) {
    return refused(
      'Character 17 does not fit characters 9-16 (check of the organisation code, GB 11714).',
      '第17位与第9至16位不符（组织机构代码校验，GB 11714）。',
    );
  }
  if (organisation) {
    return refused(
      'Character 18 does not fit characters 1-17 (check character, GB 32100-2015).',
      '第18位与第1至17位不符（校验码，GB 32100-2015）。',
    );
  }
  return refused(
    'Characters 17 (organisation code, GB 11714) and 18 (GB 32100-2015) do not fit those before them.',
    '第17位（组织机构代码校验，GB 11714）和第18位（校验码，GB 32100-2015）均与前面各位不符。',
  );
}

/** Character 18 of a USCC from its first 17: (31 - weighted sum mod 31) mod 31. */
export function usccCheckCharacter(first17: string): string {
  invariant(
    new RegExp(`^[${ALPHABET}]{17}$`).test(first17),
    'a USCC starts with 17 characters of its alphabet',
  );
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Character 9 of an organisation code (GB 11714) from its first 8: 11 - weighted sum mod 11, 10 is X, 11 is 0. */
export function organisationCodeCheckCharacter(first8: string): string {
  invariant(/^[0-9A-Z]{8}$/.test(first8), 'an organisation code starts with 8 digits or capitals');
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(first8.charAt(i), 36),
    0,
  );
  return '0123456789X0'.charAt(11 - (sum % 11));
}
