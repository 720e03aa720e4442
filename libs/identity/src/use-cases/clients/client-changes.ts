// What every change of a machine client has in common: it is locked in the caller's scope, its version goes up, and a
// deed is left.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once, type Tx } from '#platform';
import { ClientStore } from '../../data/clients/client.store';
import type { MachineClient } from '../../domain/client';
import { errors } from '../../domain/errors';
import type { ClientShown } from './client-shown';
import { ClientQueries } from './clients.queries';

interface ClientDeed {
  readonly action: string;
  readonly client: MachineClient;
  readonly details: Readonly<Record<string, unknown>>;
}

@Injectable()
export class ClientChanges {
  constructor(
    private readonly once: Once,
    private readonly clients: ClientStore,
    private readonly queries: ClientQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @param change gets the client with its next version. @throws identity.client_not_found (404) */
  async run(
    command: Command,
    id: string,
    change: (tx: Tx, client: MachineClient) => Promise<ClientDeed>,
  ): Promise<ClientShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.clients.lock(tx, actor.scope, id);
      if (!found) throw errors.client_not_found();
      const { action, client, details } = await change(tx, { ...found, version: found.version + 1 });
      await this.clients.setVersion(tx, id, client.version);
      await this.audit.record(tx, actor, [
        { action, subjectType: 'client', subjectId: id, subjectVersion: client.version, details },
      ]);
      return this.queries.view(tx, actor, client);
    });
  }
}
