// New recovery codes in the place of the old ones, for a person who shows password and code.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { Authenticators } from './authenticators';
import { KeyChanges } from './key-changes';
import { Proof } from './proof';

@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly db: Db,
    private readonly proof: Proof,
    private readonly authenticators: Authenticators,
    private readonly changes: KeyChanges,
  ) {}

  /** @throws identity.password_wrong, code_wrong (422), too_many_attempts (429) */
  async execute(actor: Actor, { password, code }: { password: string; code: string }): Promise<string[]> {
    const proven = await this.proof.ofPassword(actor, password);
    await this.proof.ofCode(actor, code);
    const { codes, ended } = await this.db.run(async (tx) => {
      await this.proof.seal(tx, proven);
      const change = { action: 'identity.recovery_codes_renewed', reason: 'second_factor_changed' } as const;
      return {
        codes: await this.authenticators.newRecoveryCodes(tx, actor.userId),
        ended: await this.changes.record(tx, actor, actor.userId, { ...change, except: actor.sessionId }),
      };
    });
    this.changes.forget(ended);
    return codes;
  }
}
