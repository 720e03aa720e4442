// What the cell of a workbook says, as exact text. A workbook writes numbers as the decimal form of a binary number:
// beyond 15 significant digits they are an artefact, so 4780.2399999999998 was entered as 4780.24.
import { Decimal } from '#kernel';

const SIGNIFICANT = 15;
const PLAIN = /^-?\d{1,15}$/;
const WRITTEN = /^([+-]?)(\d{1,40})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,3}))?$/;

export interface NumberText {
  readonly text: string;
  /** Whether digits of the whole part were lost when it was saved as a number. */
  readonly hasLostDigits: boolean;
}

/** Null for what is no number. */
export function numberText(raw: string): NumberText | null {
  if (PLAIN.test(raw)) return { text: raw, hasLostDigits: false };
  const [, sign, whole = '', part = '', exponent] = WRITTEN.exec(raw) ?? [];
  if (sign === undefined) return null;
  if (exponent === undefined && whole.length + part.length <= SIGNIFICANT)
    return { text: raw, hasLostDigits: false };
  const value = new Decimal(raw).toSignificantDigits(SIGNIFICANT, Decimal.ROUND_HALF_UP);
  return { text: value.toFixed(), hasLostDigits: value.abs().greaterThanOrEqualTo('1e15') };
}

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system for days after its 29 February 1900, which never was. */
const DAY_0_OF_1900 = Date.UTC(1899, 11, 30);
const FIRST_SOUND_DAY = 61;
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** The day of a serial number as YYYY-MM-DD, its time left out; null where the number is no day. */
export function serialDate(raw: string, is1904: boolean): string | null {
  if (!/^\d{1,7}(?:\.\d{1,20})?$/.test(raw)) return null;
  const days = Math.floor(Number(raw));
  if (days > LAST_DAY || days < (is1904 ? 0 : FIRST_SOUND_DAY)) return null;
  return new Date((is1904 ? DAY_0_OF_1904 : DAY_0_OF_1900) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Characters that XML cannot hold are written _x0001_ (ECMA-376, ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A formula that fetches, calls or starts something; its last value is not to be trusted either. */
const DANGEROUS =
  /\b(?:HYPERLINK|WEBSERVICE|FILTERXML|ENCODEURL|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE(?:AUTO)?|IMAGE|IMPORT[A-Z]+|PY|SQL\.REQUEST)\s*\(|\||\[\d+\]|:\/\//i;

export function isDangerousFormula(formula: string): boolean {
  return DANGEROUS.test(formula);
}

/** Built-in date formats (ECMA-376, 18.8.30), those of East Asian languages among them; pure times are none. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '')
    .toLowerCase();
  return /[yd]/.test(bare) && !/general/.test(bare);
}
