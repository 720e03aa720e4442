// OAuth 2.0 client credentials (RFC 6749 section 4.4) with a signed assertion. The token is opaque, short, and not
// renewed: the client signs again.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { Organisations } from '#parties';
import { CLOCK, Db } from '#platform';
import { ClientTokenStore } from '../../data/clients/client-token.store';
import { CLIENT_TOKEN_MARK, grantedScopes, TOKEN_SECONDS } from '../../domain/client';
import { errors } from '../../domain/errors';
import { hashOfToken } from '../session/token';
import { type Assertion, Assertions } from './assertions';

interface ClientGrant {
  readonly assertion: string;
  readonly scope: string | undefined;
  readonly address: string | null;
}
interface Granted {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
}

@Injectable()
export class GrantClientToken {
  constructor(
    private readonly db: Db,
    private readonly assertions: Assertions,
    private readonly tokens: ClientTokenStore,
    private readonly organisations: Organisations,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.client_refused (401), scope_exceeded (422) */
  async execute({ assertion, scope, address }: ClientGrant): Promise<Granted> {
    const read = await this.assertions.read(assertion);
    if ('fault' in read) return this.refuse(read.fault, read.clientId, address);
    const { client } = read;
    const { status } = await this.organisations.require(this.db.reads, client.organisationId);
    if (status !== 'active') return this.refuse('organisation_not_active', client.id, address);
    const granted = await this.issue(read, grantedScopes(scope, client.permissions), address);
    return granted ?? this.refuse('replayed', client.id, address);
  }

  private async issue(
    { client, jti, expiresAt: assertionEnds }: Assertion,
    scopes: readonly string[],
    address: string | null,
  ): Promise<Granted | null> {
    const accessToken = `${CLIENT_TOKEN_MARK}${randomBytes(32).toString('base64url')}`;
    const { id: clientId, organisationId } = client;
    return this.db.run(async (tx) => {
      if (!(await this.tokens.takeAssertion(tx, clientId, jti, assertionEnds))) return null;
      const issuedAt = this.clock.now();
      const expiresAt = new Date(issuedAt.getTime() + TOKEN_SECONDS * 1000);
      const tokenHash = hashOfToken(accessToken);
      await this.tokens.add(tx, { tokenHash, clientId, permissions: scopes, issuedAt, expiresAt });
      await this.audit.record(tx, { userId: clientId, organisationId }, [
        {
          action: 'identity.client_signed_in',
          subjectType: 'client_token',
          subjectId: newId(shardOf(clientId)),
          subjectVersion: 1,
          details: { clientId, scopes, address, expiresAt: expiresAt.toISOString() },
        },
      ]);
      return { accessToken, expiresInSeconds: TOKEN_SECONDS, scopes };
    });
  }

  private async refuse(fault: string, clientId: string | null, address: string | null): Promise<never> {
    const error = errors.client_refused();
    await this.audit.recordRefusal(THE_PLATFORM, {
      action: 'identity.client_refused',
      subjectType: 'client',
      details: { reason: error.code, fault, clientId, address },
    });
    throw error;
  }
}
