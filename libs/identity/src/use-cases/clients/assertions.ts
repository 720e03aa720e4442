// A client's assertion (RFC 7523): signed by a key of the client that is in force, addressed to us, short-lived. The
// algorithm follows from the key, so "none" and a shared-secret signature made with the public key lead nowhere.
import { Inject, Injectable } from '@nestjs/common';
import { decodeJwt, decodeProtectedHeader, errors as joseErrors, importJWK, jwtVerify } from 'jose';
import { type Clock, isId, todayOf } from '#kernel';
import { CLOCK, Db, EVERYONE, Parameters } from '#platform';
import { ClientStore } from '../../data/clients/client.store';
import {
  algorithmOf,
  type ClientKey,
  inForce,
  type MachineClient,
  MOST_ASSERTION_SECONDS,
  SKEW_SECONDS,
} from '../../domain/client';
import { tokenAudience } from './parameters';

export interface Assertion {
  readonly client: MachineClient;
  readonly jti: string;
  readonly expiresAt: Date;
}
/** What is wrong, for the book of deeds; the caller is not told. */
export type Fault = 'malformed' | 'client_unknown' | 'client_suspended' | 'key_unknown' | 'not_valid';

const LONGEST_JTI = 200;

@Injectable()
export class Assertions {
  constructor(
    private readonly db: Db,
    private readonly clients: ClientStore,
    private readonly parameters: Parameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(jwt: string): Promise<Assertion | { readonly fault: Fault; readonly clientId: string | null }> {
    const named = namesOf(jwt);
    if (!named) return { fault: 'malformed', clientId: null };
    const client = await this.clients.byId(this.db.reads, EVERYONE, named.clientId);
    if (!client) return { fault: 'client_unknown', clientId: null };
    const clientId = client.id;
    if (client.status !== 'active') return { fault: 'client_suspended', clientId };
    const keys = await this.clients.keysOf(this.db.reads, EVERYONE, [clientId]);
    const now = this.clock.now();
    const key = keys.find((one) => one.kid === named.kid && inForce(one, now));
    if (!key) return { fault: 'key_unknown', clientId };
    const claims = await this.verified(jwt, key, clientId, now);
    return claims ? { client, ...claims } : { fault: 'not_valid', clientId };
  }

  private async verified(
    jwt: string,
    { jwk }: ClientKey,
    clientId: string,
    now: Date,
  ): Promise<Pick<Assertion, 'jti' | 'expiresAt'> | null> {
    const audience = await this.parameters.at(this.db.reads, tokenAudience, todayOf(this.clock));
    const algorithm = algorithmOf(jwk);
    try {
      const { payload } = await jwtVerify(jwt, await importJWK({ ...jwk }, algorithm), {
        algorithms: [algorithm],
        ...{ audience, issuer: clientId, subject: clientId, currentDate: now, clockTolerance: SKEW_SECONDS },
        requiredClaims: ['exp', 'jti'],
      });
      const { exp = 0, jti } = payload;
      const seconds = exp - now.getTime() / 1000;
      if (typeof jti !== 'string' || jti === '' || jti.length > LONGEST_JTI) return null;
      if (seconds > MOST_ASSERTION_SECONDS + SKEW_SECONDS) return null;
      return { jti, expiresAt: new Date((exp + SKEW_SECONDS) * 1000) };
    } catch (error) {
      if (error instanceof joseErrors.JOSEError) return null;
      throw error;
    }
  }
}

/** Whom and which key the assertion names; nothing of it is believed yet. */
function namesOf(jwt: string): { clientId: string; kid: string } | null {
  try {
    const { kid } = decodeProtectedHeader(jwt);
    const { iss } = decodeJwt(jwt);
    return typeof kid === 'string' && typeof iss === 'string' && isId(iss) ? { clientId: iss, kid } : null;
  } catch {
    return null;
  }
}
