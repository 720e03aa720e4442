// What all identifiers have in common: a length, an alphabet, and a sentence that says where a code fails.
import type { Bilingual } from '../errors';

/** `reason` is null exactly when nothing is to be said; with `warning` the code is accepted in spite of it. */
export interface IdentifierCheck {
  readonly valid: boolean;
  readonly reason: Bilingual | null;
  readonly warning?: boolean;
}

export interface IdentifierForm {
  readonly name: string;
  readonly length: number;
  readonly alphabet: string;
  readonly alphabetText: Bilingual;
}

export const VALID: IdentifierCheck = { valid: true, reason: null };

export function refused(en: string, zh: string): IdentifierCheck {
  return { valid: false, reason: { en, zh } };
}

/** The first thing wrong with the characters or the length, or null. Nothing is corrected silently. */
export function formFault(code: string, form: IdentifierForm): IdentifierCheck | null {
  const head = code.slice(0, 2 * form.length + 2);
  const characters = Array.from(head);
  const strange = characters.findIndex((character) => !form.alphabet.includes(character));
  const wholeButForSpelling = Array.from(meant(head)).length === form.length;
  if (characters.length !== form.length && !(strange >= 0 && wholeButForSpelling)) {
    return lengthFault(characters.length, form);
  }
  return strange < 0 ? null : characterFault(characters[strange] ?? '', strange + 1, form);
}

/** The text as someone may have meant it: half-width, upper case, without spaces and hyphens. */
export function meant(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}

function lengthFault(length: number, form: IdentifierForm): IdentifierCheck {
  const most = 2 * form.length;
  const [en, zh] = length > most ? [`more than ${most}`, `超过${most}`] : [`${length}`, `${length}`];
  return refused(
    `${form.name} has ${form.length} characters; this has ${en}.`,
    `${form.name}应为${form.length}位，现为${zh}位。`,
  );
}

function characterFault(character: string, position: number, form: IdentifierForm): IdentifierCheck {
  const at = { en: `Character ${position}`, zh: `第${position}位` };
  if (/\s/.test(character)) return refused(`${at.en} is a space.`, `${at.zh}是空格。`);
  const half = character.normalize('NFKC');
  if (half !== character && /^[\x21-\x7e]$/.test(half)) {
    return refused(
      `${at.en} "${character}" is full-width; write it half-width.`,
      `${at.zh}“${character}”是全角字符，请改为半角。`,
    );
  }
  if (/[a-z]/.test(character) && form.alphabet.includes(character.toUpperCase())) {
    return refused(
      `${at.en} "${character}" is lower case; write capitals.`,
      `${at.zh}“${character}”是小写字母，请改为大写。`,
    );
  }
  const seen = visible(character);
  return refused(
    `${at.en} "${seen}" is not used in ${form.name}: ${form.alphabetText.en}.`,
    `${at.zh}“${seen}”不用于${form.name}：${form.alphabetText.zh}。`,
  );
}

/** A character that leaves no mark on a screen is named by its code point. */
function visible(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
