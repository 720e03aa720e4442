// The number of a natural person's identity document. It is compared by a keyed hash and shown masked; a mark, which says
// nothing, tells two people of one mask apart.
import { type Bilingual, checkResidentId, checkUscc, maskedResidentId } from '#kernel';
import { codeKey } from '../party-key';

/** The scheme of identity documents, of residents and of foreigners. */
export const PERSON_SCHEME = 'PERSON';
/** A document's number has so many characters at least: fewer would be found by trying. */
const SHORTEST = 6;
const RESIDENT_LENGTH = 18;
const MASK = '*';
const BEFORE_MARK = '#';

/** Null when it may be one. Eighteen characters that begin like a resident's number must be one. */
export function personReason(number: string): Bilingual | null {
  const key = codeKey(number);
  if (/^\d{17}[\dX]$/.test(key)) return checkResidentId(key).reason;
  if (key.length >= SHORTEST && /^[\p{L}\p{N}()/.]+$/u.test(key)) return null;
  return { en: 'This is no number of an identity document.', zh: '证件号码格式不正确。' };
}

/** Whether a text would tell a person's number, or what the register shows in its place. */
export function isPersonNumber(text: string): boolean {
  const key = codeKey(text);
  if (key.includes(MASK)) return true;
  return key.length === RESIDENT_LENGTH && checkResidentId(key).valid && !checkUscc(key).valid;
}

/** What is fingerprinted. */
export const personText = (number: string): { readonly text: string } => ({
  text: `person\n${codeKey(number)}`,
});

/** At most eight of eighteen characters, of shorter documents at most two at either end. */
export function maskedNumber(number: string): string {
  const key = codeKey(number);
  if (key.length === RESIDENT_LENGTH) return maskedResidentId(key);
  return `${key.slice(0, 1)}${MASK.repeat(key.length - 2)}${key.slice(-1)}`;
}

/** As it stands in the register in place of the number. */
export const shownPerson = (number: string, mark: string): string =>
  `${maskedNumber(number)}${BEFORE_MARK}${mark}`;
