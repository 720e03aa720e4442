// A first code shows that the person has the secret: the second factor counts from here on. Their other sessions end,
// and this one goes on under a new token, because it can do more than the one that may have been seen before.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import type { EndedSession } from '../../data/session.store';
import { errors } from '../../domain/errors';
import { OpenSession } from '../session/open-session';
import { SignInBrakes } from '../session/sign-in-brakes';
import { Authenticators } from './authenticators';
import { KeyChanges } from './key-changes';
import { Proof } from './proof';

interface Enrolled {
  /** Shown this once. */
  readonly recoveryCodes: string[];
  /** The session goes on under this token. */
  readonly token: string;
  readonly lifetimeSeconds: number;
}

@Injectable()
export class ConfirmEnrolment {
  constructor(
    private readonly db: Db,
    private readonly proof: Proof,
    private readonly authenticators: Authenticators,
    private readonly brakes: SignInBrakes,
    private readonly changes: KeyChanges,
    private readonly opening: OpenSession,
  ) {}

  /** @throws identity.totp_not_begun, totp_enrolled (409), code_wrong (422), too_many_attempts (429) */
  async execute(actor: Actor, code: string): Promise<Enrolled> {
    const attempt = { login: actor.userId, address: null, of: 'code' } as const;
    await this.brakes.charge(attempt);
    let ended: EndedSession[] = [];
    const enrolled = await this.db.run(async (tx) => {
      if (!(await this.authenticators.confirm(tx, actor.userId, code))) return null;
      await this.brakes.refund(tx, attempt);
      const recoveryCodes = await this.authenticators.newRecoveryCodes(tx, actor.userId);
      const change = { action: 'identity.totp_enrolled', reason: 'second_factor_changed' } as const;
      const others = await this.changes.record(tx, actor, actor.userId, {
        ...change,
        except: actor.sessionId,
      });
      const renewed = await this.opening.renew(tx, actor.sessionId);
      ended = [...others, renewed.before];
      return { recoveryCodes, token: renewed.token, lifetimeSeconds: renewed.lifetimeSeconds };
    });
    if (!enrolled) return this.proof.refuse(actor, errors.code_wrong());
    this.changes.forget(ended);
    return enrolled;
  }
}
