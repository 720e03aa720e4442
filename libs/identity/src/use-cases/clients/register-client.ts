// An administrator registers a program of their organisation, with a part of what its people may do.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { Organisations } from '#parties';
import { CLOCK, type Command, Once } from '#platform';
import { ClientStore } from '../../data/clients/client.store';
import { assertScopes, type MachineClient } from '../../domain/client';
import { assertName } from '../../domain/user';
import type { ClientShown } from './client-shown';
import { ClientQueries } from './clients.queries';

interface NewClient {
  readonly name: string;
  readonly permissions: readonly string[];
}

@Injectable()
export class RegisterClient {
  constructor(
    private readonly once: Once,
    private readonly clients: ClientStore,
    private readonly organisations: Organisations,
    private readonly queries: ClientQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the caller's own organisation. @throws identity.name_malformed, scopes_not_allowed (422) */
  async execute(command: Command, wish: NewClient): Promise<ClientShown> {
    const { actor } = command;
    const { organisationId } = actor;
    return this.once.run(command, async (tx) => {
      const { capabilities } = await this.organisations.require(tx, organisationId);
      const client: MachineClient = {
        id: newId<'client'>(shardOf(organisationId)),
        organisationId,
        name: assertName(wish.name),
        permissions: assertScopes(wish.permissions, capabilities),
        ...{ status: 'active', version: 1, createdAt: this.clock.now() },
      };
      await this.clients.add(tx, client);
      const { id, name, permissions } = client;
      await this.audit.record(tx, actor, [
        {
          action: 'identity.client_registered',
          subjectType: 'client',
          subjectId: id,
          subjectVersion: 1,
          details: { name, permissions, organisationId },
        },
      ]);
      return this.queries.view(tx, actor, client);
    });
  }
}
