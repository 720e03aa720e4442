// A colleague approves or declines a key, or anybody entitled revokes one: from that moment it signs no more, and what it
// signed before stays signed.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { addDays, type Clock, startOfDay, todayOf } from '#kernel';
import { CLOCK, type Command, Once, Parameters, type Tx } from '#platform';
import { SigningKeyStore } from '../../data/confirmation/signing-key.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { assertMayDecideKey, mayRevokeKey, type SigningKey } from '../../domain/confirmation/signing-key';
import { signingKeyDays } from '../../receivables.parameters';
import { keyShown, type KeyShown } from './keys.queries';

@Injectable()
export class ChangeKey {
  constructor(
    private readonly once: Once,
    private readonly keys: SigningKeyStore,
    private readonly parameters: Parameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.key_not_found (404), key_decided (409), key_own_approval (422) */
  async decide(command: Command, id: string, decision: 'approve' | 'decline'): Promise<KeyShown> {
    const { userId } = command.actor;
    return this.change(command, id, async (tx, key) => {
      assertMayDecideKey(key, userId);
      const decided = { ...key, decidedBy: userId, decidedAt: this.clock.now() };
      if (decision === 'decline') return { ...decided, state: 'declined' };
      const today = todayOf(this.clock);
      const days = await this.parameters.integerAt(tx, signingKeyDays, today);
      return { ...decided, state: 'active', validUntil: startOfDay(addDays(today, days)) };
    });
  }

  /** @throws receivables.key_not_found (404), key_decided (409) */
  async revoke(command: Command, id: string, reason: string): Promise<KeyShown> {
    return this.change(command, id, (_, key) => {
      if (!mayRevokeKey(key)) throw errors.key_decided({ state: key.state });
      const revokedAt = this.clock.now();
      return { ...key, state: 'revoked', revokedBy: command.actor.userId, revokedAt, reason };
    });
  }

  private async change(
    command: Command,
    id: string,
    to: (tx: Tx, key: SigningKey) => SigningKey | Promise<SigningKey>,
  ): Promise<KeyShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const key = await this.keys.lock(tx, actor.scope, id);
      if (!key) throw errors.key_not_found({ keyId: id });
      const changed = { ...(await to(tx, key)), version: key.version + 1 };
      await this.keys.update(tx, changed);
      await this.audit.record(tx, actor, [
        {
          action: DEED[changed.state],
          subjectType: 'signing_key',
          subjectId: id,
          subjectVersion: changed.version,
          details: { holderId: key.holderId, publicKey: key.publicKey, reason: changed.reason },
        },
      ]);
      return keyShown(changed, actor);
    });
  }
}

const DEED: Readonly<Record<SigningKey['state'], string>> = {
  proposed: 'receivables.signing_key_registered',
  active: 'receivables.signing_key_approved',
  declined: 'receivables.signing_key_declined',
  revoked: 'receivables.signing_key_revoked',
};
