// The second factor's rules: which form a code has, when a code may be taken, and who must have one.
import type { Role } from './permissions';

/** What the database keeps of an authenticator. */
export interface Authenticator {
  readonly userId: string;
  /** The secret, encrypted. */
  readonly secretSealed: Buffer;
  readonly createdAt: Date;
  /** Null until a first code has shown that the person has the secret. */
  readonly confirmedAt: Date | null;
  /** The time step of the last code taken: it and those before it are spent (RFC 6238, 5.2). */
  readonly lastStep: number | null;
}

export const STEP_SECONDS = 30;
export const RECOVERY_CODES = 10;
export const CHALLENGE_MS = 300_000;

/** Those who decide for others or see everybody's rows. */
export const WEIGHTY_ROLES: readonly Role[] = Object.freeze([
  'operator',
  'debtor_checker',
  'risk_officer',
] as const);

export const isTotpShaped = (code: string): boolean => /^\d{6}$/.test(code);

/** Crockford's alphabet has no letters that look like digits; what was typed for them is read as them. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;

/** 80 bits in four groups, as it is shown once. @param bytes sixteen random ones, of which five bits each count */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % 32] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** One form for however it was typed; null when it cannot be a recovery code. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const isCode = letters.length === CODE_LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(letters);
  return isCode ? letters : null;
}

/** No code is taken twice, nor one older than the last that was. */
export const isFresh = ({ lastStep }: Pick<Authenticator, 'lastStep'>, step: number): boolean =>
  lastStep === null || step > lastStep;

export function mustHaveSecondFactor(
  roles: readonly string[],
  { ofWeightyRoles, ofOrganisation }: { readonly ofWeightyRoles: boolean; readonly ofOrganisation: boolean },
): boolean {
  return (
    ofOrganisation || (ofWeightyRoles && roles.some((role) => WEIGHTY_ROLES.some((one) => one === role)))
  );
}
