// The numbers by which an organisation is known. USCC and LEI carry check characters and are judged by the kernel;
// VAT and local numbers have as many forms as there are countries, so only their alphabet is judged.
import { type Bilingual, checkLei, checkResidentId, checkUscc } from '#kernel';

export const IDENTIFIER_SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL', 'RESIDENT_ID'] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** An identifier with the form in which it is compared; of a resident's number only a keyed hash is left. */
export interface KeyedIdentifier extends Identifier {
  readonly key: string;
}

/** The form in which identifiers are compared: half-width, upper case, without spaces and hyphens. */
export function identifierKey(value: string): string {
  return value.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '');
}

/** Whether a text may be a resident's number, which is looked for by its hash. */
export const isResidentId = (value: string): boolean => checkResidentId(identifierKey(value)).valid;

const VAT_FORM = /^[0-9A-Z]{4,20}$/;
const LOCAL_FORM = /^[\p{L}\p{N}./()]{1,60}$/u;

const FAULTS: Readonly<Record<IdentifierScheme, (value: string) => Bilingual | null>> = {
  USCC: (value) => checkUscc(value).reason,
  LEI: (value) => checkLei(value).reason,
  RESIDENT_ID: (value) => checkResidentId(value).reason,
  VAT: (value) =>
    VAT_FORM.test(identifierKey(value))
      ? null
      : {
          en: 'A VAT number has 4 to 20 letters and digits, with the country prefix where there is one.',
          zh: '增值税号由4至20位字母和数字组成，如有国别前缀应一并填写。',
        },
  LOCAL: (value) =>
    LOCAL_FORM.test(identifierKey(value))
      ? null
      : {
          en: 'A local number has 1 to 60 letters, digits, points, slashes and brackets.',
          zh: '本地编号由1至60位字母、数字、点、斜线和括号组成。',
        },
};

const LONGEST_VALUE = 80;

/** What is wrong with an identifier, or null. */
export function identifierFault({ scheme, value }: Identifier): Bilingual | null {
  const fault = FAULTS[scheme](value);
  if (fault || Array.from(value).length <= LONGEST_VALUE) return fault;
  return { en: 'An identifier has at most 80 characters.', zh: '标识号码最多80个字符。' };
}
