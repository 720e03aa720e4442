// Machine clients as their readers see them.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db, type Page, pageOf, type PageQuery, type Reads } from '#platform';
import { ClientStore } from '../../data/clients/client.store';
import type { MachineClient } from '../../domain/client';
import { type ClientShown, shownClient } from './client-shown';

@Injectable()
export class ClientQueries {
  constructor(
    private readonly db: Db,
    private readonly clients: ClientStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, filter: PageQuery): Promise<Page<ClientShown>> {
    const on = this.db.reads;
    const found = await this.clients.page(on, actor.scope, filter);
    const keys = await this.clients.keysOf(
      on,
      actor.scope,
      found.map(({ id }) => id),
    );
    const sight = { viewer: actor, now: this.clock.now() };
    return pageOf(
      found.map((client) => shownClient(client, keys, sight)),
      filter,
    );
  }

  /** Inside the transaction of a change, too. */
  async view(on: Reads, actor: Actor, client: MachineClient): Promise<ClientShown> {
    const keys = await this.clients.keysOf(on, actor.scope, [client.id]);
    return shownClient(client, keys, { viewer: actor, now: this.clock.now() });
  }
}
