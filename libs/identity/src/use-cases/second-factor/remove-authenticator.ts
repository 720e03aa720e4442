// A person gives up their second factor, by password and code; where it is demanded they are led to a new one at once.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { AuthenticatorStore } from '../../data/authenticator.store';
import { KeyChanges } from './key-changes';
import { Proof } from './proof';

@Injectable()
export class RemoveAuthenticator {
  constructor(
    private readonly db: Db,
    private readonly proof: Proof,
    private readonly authenticators: AuthenticatorStore,
    private readonly changes: KeyChanges,
  ) {}

  /** @throws identity.password_wrong, code_wrong (422), too_many_attempts (429) */
  async execute(actor: Actor, { password, code }: { password: string; code: string }): Promise<void> {
    const proven = await this.proof.ofPassword(actor, password);
    await this.proof.ofCode(actor, code);
    const ended = await this.db.run(async (tx) => {
      await this.proof.seal(tx, proven);
      await this.authenticators.remove(tx, actor.userId);
      const change = { action: 'identity.totp_removed', reason: 'second_factor_changed' } as const;
      return this.changes.record(tx, actor, actor.userId, { ...change, except: actor.sessionId });
    });
    this.changes.forget(ended);
  }
}
