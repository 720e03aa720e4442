// Argon2id, outside of any transaction: a hash takes tens of milliseconds and must not hold a connection.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, hashRaw, verify } from '@node-rs/argon2';
import { type Command, hashOf } from '#platform';
import { canonicalPassword } from '../domain/password';

interface PasswordCost {
  /** Kibibytes. */
  readonly memoryCost: number;
  /** Passes over the memory. */
  readonly timeCost: number;
  readonly parallelism: number;
}
/** Provide another value under this token to make tests faster. */
export const PASSWORD_COST = Symbol('PasswordCost');
/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
export const OWASP_COST: PasswordCost = Object.freeze({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });

@Injectable()
export class Passwords {
  private nobodys: Promise<string> | undefined;

  constructor(@Inject(PASSWORD_COST) private readonly cost: PasswordCost) {}

  async hash(password: string): Promise<string> {
    return hash(canonicalPassword(password), { ...this.cost });
  }

  /** Null stands for a user that does not exist: it is false after the same work. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.nobodys ??= this.hash(randomBytes(32).toString('base64url'));
    const matching = await verify(passwordHash ?? (await this.nobodys), canonicalPassword(password));
    return passwordHash !== null && matching;
  }

  /**
   * An idempotency record keeps a fast hash of the request. Where the request holds a password, that hash could be
   * searched by trying passwords: here the password enters it through Argon2id, salted by the key.
   */
  async guarded(command: Command, plain: object, password: string): Promise<Command> {
    const { actor, idempotency } = command;
    if (!idempotency) return command;
    const { route, key } = idempotency;
    const salt = createHash('sha256')
      .update(hashOf([actor.userId, route, key]))
      .digest()
      .subarray(0, 16);
    const secret = await hashRaw(canonicalPassword(password), { ...this.cost, salt });
    const requestHash = hashOf([plain, secret.toString('base64')]);
    return { actor, idempotency: { route, key, requestHash } };
  }
}
