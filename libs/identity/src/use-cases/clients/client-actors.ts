// From a client's token to what platform knows of it. Nothing is remembered: a suspension counts from the next request.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, CLOCK, Db, EVERYONE } from '#platform';
import { ClientTokenStore } from '../../data/clients/client-token.store';
import { isClientTokenShaped } from '../../domain/client';
import { hashOfToken } from '../session/token';

@Injectable()
export class ClientActors {
  constructor(
    private readonly db: Db,
    private readonly tokens: ClientTokenStore,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for anything that is not a live token of an active client and organisation. */
  async verify(token: string): Promise<Actor | null> {
    if (!isClientTokenShaped(token)) return null;
    const found = await this.tokens.byTokenHash(this.db.reads, EVERYONE, hashOfToken(token));
    if (found?.status !== 'active' || this.clock.now() >= found.expiresAt) return null;
    const { id, organisationId, permissions } = found;
    const organisations = await this.organisations.byIds(this.db.reads, [organisationId]);
    if (organisations.get(organisationId)?.status !== 'active') return null;
    return {
      ...{ kind: 'client', userId: id, organisationId, roles: [], sessionId: '' },
      ...{ permissions: new Set(permissions), scope: { organisations: [organisationId] } },
      ...{ authenticatedBy: ['client_key'], device: null, address: null },
    };
  }
}
