// Judges a code of unknown kind: its length says which identifier was meant.
import type { Bilingual } from '../errors';
import { meant, type IdentifierCheck } from './characters';
import { checkCnaps } from './cnaps';
import { checkLei } from './lei';
import { checkUscc } from './uscc';

export type { IdentifierCheck } from './characters';

export type IdentifierType = 'USCC' | 'LEI' | 'CNAPS';

export interface IdentifierVerdict {
  readonly code: string;
  readonly type: IdentifierType | null;
  readonly valid: boolean;
  readonly reason: Bilingual | null;
}

const CHECKS: Readonly<Record<IdentifierType, (code: string) => IdentifierCheck>> = {
  USCC: checkUscc,
  LEI: checkLei,
  CNAPS: checkCnaps,
};

const LONGEST_MEANT = 80;

const FORMS: readonly (readonly [IdentifierType, RegExp])[] = [
  ['USCC', /^[0-9A-Z]{18}$/],
  ['LEI', /^[0-9A-Z]{20}$/],
  ['CNAPS', /^\d{12}$/],
];

/** The kind is guessed as if the code were half-width, upper case and unspaced; the code itself is judged as it is. */
export function checkIdentifier(code: string): IdentifierVerdict {
  const wish = meant(code.slice(0, LONGEST_MEANT));
  const type = code.length > LONGEST_MEANT ? null : (FORMS.find(([, form]) => form.test(wish))?.[0] ?? null);
  if (type) {
    const { valid, reason } = CHECKS[type](code);
    return { code, type, valid, reason };
  }
  return {
    code,
    type,
    valid: false,
    reason: {
      en: 'No known identifier: a USCC has 18 characters, an LEI 20, a CNAPS bank number 12 digits.',
      zh: '无法识别：统一社会信用代码为18位，LEI为20位，CNAPS行号为12位数字。',
    },
  };
}
