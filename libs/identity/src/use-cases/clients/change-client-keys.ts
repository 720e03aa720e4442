// Keys come and go one by one, so that a program changes its key without a pause: the new one is added before the old
// one is retired.
import { createPublicKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint } from 'jose';
import type { Clock } from '#kernel';
import { CLOCK, type Command } from '#platform';
import { ClientTokenStore } from '../../data/clients/client-token.store';
import { ClientStore } from '../../data/clients/client.store';
import type { PublicJwk } from '../../domain/client';
import { errors } from '../../domain/errors';
import { ClientChanges } from './client-changes';
import type { ClientShown } from './client-shown';

interface NewKey {
  readonly jwk: PublicJwk;
  /** Left out: from now on. */
  readonly validFrom?: string;
  /** Left out: until it is retired. */
  readonly validUntil?: string;
}

@Injectable()
export class ChangeClientKeys {
  constructor(
    private readonly changes: ClientChanges,
    private readonly clients: ClientStore,
    private readonly tokens: ClientTokenStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.client_not_found (404), key_unusable (422), key_registered (409) */
  async add(command: Command, id: string, { jwk, validFrom, validUntil }: NewKey): Promise<ClientShown> {
    const plain = plainKey(jwk);
    const kid = await calculateJwkThumbprint(plain);
    const now = this.clock.now();
    const from = validFrom === undefined ? now : new Date(validFrom);
    const until = validUntil === undefined ? null : new Date(validUntil);
    if (until !== null && until <= from) throw errors.key_unusable();
    return this.changes.run(command, id, async (tx, client) => {
      const key = { kid, jwk: plain, validFrom: from, validUntil: until, addedAt: now, retiredAt: null };
      if (!(await this.clients.addKey(tx, id, key))) throw errors.key_registered();
      const details = { kid, curve: plain.crv, validFrom: from.toISOString() };
      return { action: 'identity.client_key_added', client, details };
    });
  }

  /** Tokens that were given out under any key end too. @throws identity.client_not_found, key_not_found (404) */
  async retire(command: Command, id: string, kid: string): Promise<ClientShown> {
    return this.changes.run(command, id, async (tx, client) => {
      if (!(await this.clients.retireKey(tx, id, kid, this.clock.now()))) throw errors.key_not_found();
      await this.tokens.dropOf(tx, id);
      return { action: 'identity.client_key_retired', client, details: { kid } };
    });
  }
}

/** The public part alone, on its curve. */
function plainKey({ kty, crv, x, y }: PublicJwk): PublicJwk {
  const fits = kty === 'EC' ? crv === 'P-256' && y !== undefined : crv === 'Ed25519' && y === undefined;
  if (!fits) throw errors.key_unusable();
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  try {
    createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    throw errors.key_unusable();
  }
  return jwk;
}
