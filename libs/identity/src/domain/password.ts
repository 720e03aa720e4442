// What a password must be: long, and not the name on the door. No mixture of characters is asked for and nothing
// expires, after NIST SP 800-63B 3.1.1.2 and OWASP ASVS 5.0 6.2.
import { errors } from './errors';

const SHORTEST = 12;
const LONGEST = 200;

/** The same characters typed on another keyboard give the same password (NIST SP 800-63B: NFKC). */
export const canonicalPassword = (password: string): string => password.normalize('NFKC');

const comparable = (text: string) =>
  canonicalPassword(text)
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');

const SHORTEST_UNIT = 5;

/** The shortest text of which this is a repetition; itself when it is none. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}
const isRepetition = (text: string): boolean => unitOf(text).length < SHORTEST_UNIT;

/**
 * `publicNames` are what anyone knows about the user: the login, the organisation's name. `isCommon` knows the passwords
 * that are tried first, in lower case.
 * @throws identity.password_too_short, password_too_long, password_guessable, password_common (422)
 */
export function assertPassword(
  password: string,
  publicNames: readonly string[],
  isCommon: (lowerCase: string) => boolean,
): void {
  const length = Array.from(canonicalPassword(password)).length;
  if (length < SHORTEST) throw errors.password_too_short({ shortest: SHORTEST });
  if (length > LONGEST) throw errors.password_too_long({ longest: LONGEST });
  const guess = comparable(password);
  if (publicNames.some((name) => comparable(name) === guess)) throw errors.password_guessable();
  if (isRepetition(guess) || isCommon(guess) || isCommon(unitOf(guess))) throw errors.password_common();
}
