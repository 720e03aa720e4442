// A person registers the public half of a key that the browser made; it signs for nobody before a colleague approves it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { canonicalJson, type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { SigningKeyStore } from '../../data/confirmation/signing-key.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { algorithmOf, isSignedBy } from '../../formats/signature';
import { keyProof, type SigningKey } from '../../domain/confirmation/signing-key';
import { keyShown, type KeyShown } from './keys.queries';

export interface NewKey {
  readonly label: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  /** Signature with the private half over the canonical JSON of `keyProof`, base64. */
  readonly proof: string;
}

@Injectable()
export class RegisterKey {
  constructor(
    private readonly once: Once,
    private readonly keys: SigningKeyStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.key_malformed (400), key_unproved (422), key_known (409) */
  async execute(command: Command, { label, publicKey, proof }: NewKey): Promise<KeyShown> {
    const { actor } = command;
    const { organisationId, userId } = actor;
    const algorithm = algorithmOf(publicKey);
    if (!algorithm) throw errors.key_malformed();
    const text = canonicalJson(keyProof(organisationId, userId, publicKey));
    if (!isSignedBy({ algorithm, publicKey }, text, proof)) throw errors.key_unproved();
    return this.once.run(command, async (tx) => {
      const key: SigningKey = {
        id: newId<'signing_key'>(shardFor(organisationId)),
        ...{ organisationId, holderId: userId, label, algorithm, publicKey, state: 'proposed' },
        ...{ registeredAt: this.clock.now(), decidedBy: null, decidedAt: null, validUntil: null },
        ...{ revokedBy: null, revokedAt: null, reason: null, version: 1 },
      };
      if (!(await this.keys.add(tx, key))) throw errors.key_known();
      await this.audit.record(tx, actor, [
        {
          action: 'receivables.signing_key_registered',
          subjectType: 'signing_key',
          subjectId: key.id,
          subjectVersion: 1,
          details: { algorithm, publicKey, label },
        },
      ]);
      return keyShown(key, actor);
    });
  }
}
