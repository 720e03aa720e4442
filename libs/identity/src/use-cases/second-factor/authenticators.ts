// Codes by time (RFC 6238): the secret is kept encrypted, a code counts one step early or late, and never twice.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import type { Clock } from '#kernel';
import { PersonalKey } from '#parties';
import { CLOCK, type Tx } from '#platform';
import { AuthenticatorStore } from '../../data/authenticator.store';
import { errors } from '../../domain/errors';
import {
  type Authenticator,
  isFresh,
  isTotpShaped,
  readRecoveryCode,
  RECOVERY_CODES,
  recoveryCode,
  STEP_SECONDS,
} from '../../domain/second-factor';

const FORM = { issuer: 'Youquan', algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;
/** 160 bits, as RFC 4226 section 4 recommends. */
const SECRET_BYTES = 20;
const WINDOW = 1;

type Shown = 'totp' | 'recovery_code';

const totpOf = (secret: string, label: string) =>
  new TOTP({ ...FORM, label, secret: Secret.fromBase32(secret) });
const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest();

@Injectable()
export class Authenticators {
  constructor(
    private readonly store: AuthenticatorStore,
    private readonly key: PersonalKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The first code. False when it is wrong.
   * @throws identity.totp_not_begun, totp_enrolled (409)
   */
  async confirm(tx: Tx, userId: string, code: string): Promise<boolean> {
    const found = await this.store.lock(tx, userId);
    if (!found) throw errors.totp_not_begun();
    if (found.confirmedAt) throw errors.totp_enrolled();
    const step = await this.stepOf(found, code);
    if (step === null) return false;
    await this.store.confirm(tx, userId, step, this.clock.now());
    return true;
  }

  /** A new secret in Base32, and the address that the person's program reads from the picture. @throws identity.totp_enrolled (409) */
  async propose(tx: Tx, userId: string, login: string): Promise<{ secret: string; address: string }> {
    if ((await this.store.lock(tx, userId))?.confirmedAt) throw errors.totp_enrolled();
    const bytes = randomBytes(SECRET_BYTES);
    const secret = new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
    await this.store.propose(tx, userId, await this.key.seal(secret), this.clock.now());
    return { secret, address: totpOf(secret, login).toString() };
  }

  /** What the code is, and spends it; null when it is none or was spent before. */
  async spend(tx: Tx, userId: string, code: string): Promise<Shown | null> {
    const found = await this.store.lock(tx, userId);
    if (!found?.confirmedAt) return null;
    const now = this.clock.now();
    if (isTotpShaped(code)) {
      const step = await this.stepOf(found, code);
      if (step === null || !isFresh(found, step)) return null;
      await this.store.spendStep(tx, userId, step);
      return 'totp';
    }
    const recovery = readRecoveryCode(code);
    if (recovery === null) return null;
    return (await this.store.spendRecoveryCode(tx, userId, hashOfCode(recovery), now))
      ? 'recovery_code'
      : null;
  }

  /** The time step that the code belongs to; null when it is no code of this authenticator now. */
  private async stepOf({ secretSealed }: Authenticator, code: string): Promise<number | null> {
    if (!isTotpShaped(code)) return null;
    const timestamp = this.clock.now().getTime();
    const totp = totpOf(await this.key.open(secretSealed), '');
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
  }

  /** New recovery codes in the place of all others: known to the person alone, the database has their hashes. */
  async newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(16)));
    const hashes = codes.map((code) => hashOfCode(readRecoveryCode(code) ?? code));
    await this.store.replaceRecoveryCodes(tx, userId, hashes);
    return codes;
  }
}
