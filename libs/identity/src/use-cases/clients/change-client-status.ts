// A program is suspended, and its tokens end at once, or it is let back.
import { Injectable } from '@nestjs/common';
import type { Command } from '#platform';
import { ClientTokenStore } from '../../data/clients/client-token.store';
import { ClientStore } from '../../data/clients/client.store';
import type { ClientState } from '../../domain/client';
import { assertTransition } from '../../domain/user';
import { ClientChanges } from './client-changes';
import type { ClientShown } from './client-shown';

interface ClientStatusChange {
  readonly status: ClientState;
  readonly reason: string;
}

@Injectable()
export class ChangeClientStatus {
  constructor(
    private readonly changes: ClientChanges,
    private readonly clients: ClientStore,
    private readonly tokens: ClientTokenStore,
  ) {}

  /** @throws identity.client_not_found (404), status_unchanged (409) */
  async execute(command: Command, id: string, { status, reason }: ClientStatusChange): Promise<ClientShown> {
    return this.changes.run(command, id, async (tx, client) => {
      assertTransition(client.status, status);
      await this.clients.setStatus(tx, id, status, client.version);
      if (status === 'suspended') await this.tokens.dropOf(tx, id);
      const action = status === 'active' ? 'identity.client_reinstated' : 'identity.client_suspended';
      return { action, client: { ...client, status }, details: { reason } };
    });
  }
}
