// The only file that queries identity.authenticator, identity.recovery_code and identity.organisation_rule.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Authenticator } from '../domain/second-factor';

/** What is known of a person's second factor without its secret. */
export interface SecondFactorState {
  readonly enrolled: boolean;
  readonly recoveryCodesLeft: number;
  /** Whether the person's organisation asks it of everybody. */
  readonly ofOrganisation: boolean;
}

@Injectable()
export class AuthenticatorStore {
  async stateOf(on: Reads, scope: Scope, userId: string): Promise<SecondFactorState | undefined> {
    const [found] = await query<SecondFactorState>(
      on,
      `select a.confirmed_at is not null as enrolled, coalesce(r.totp_required, false) as "ofOrganisation",
         (select count(*)::int from identity.recovery_code c
          where c.user_id = u.id and c.used_at is null) as "recoveryCodesLeft"
       from identity.user_account u
       left join identity.authenticator a on a.user_id = u.id
       left join identity.organisation_rule r on r.organisation_id = u.organisation_id
       where ($1::uuid[] is null or u.organisation_id = any($1)) and u.id = $2`,
      [scopeParam(scope), userId],
    );
    return found;
  }

  async lock(tx: Tx, userId: string): Promise<Authenticator | undefined> {
    const [found] = await query<Authenticator>(
      tx,
      `select user_id as "userId", secret_sealed as "secretSealed", created_at as "createdAt",
         confirmed_at as "confirmedAt", last_step::int as "lastStep"
       from identity.authenticator where user_id = $1 for update`,
      [userId],
    );
    return found;
  }

  /** A secret that awaits its first code; one that waited before is replaced. */
  async propose(tx: Tx, userId: string, secretSealed: Buffer, at: Date): Promise<void> {
    await query(
      tx,
      `insert into identity.authenticator (user_id, secret_sealed, created_at) values ($1, $2, $3)
       on conflict (user_id) do update set secret_sealed = excluded.secret_sealed,
         created_at = excluded.created_at where identity.authenticator.confirmed_at is null`,
      [userId, secretSealed, at],
    );
  }

  async confirm(tx: Tx, userId: string, step: number, at: Date): Promise<void> {
    await query(
      tx,
      'update identity.authenticator set confirmed_at = $2, last_step = $3 where user_id = $1',
      [userId, at, step],
    );
  }

  async spendStep(tx: Tx, userId: string, step: number): Promise<void> {
    await query(tx, 'update identity.authenticator set last_step = $2 where user_id = $1', [userId, step]);
  }

  async replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly Buffer[]): Promise<void> {
    await query(tx, 'delete from identity.recovery_code where user_id = $1', [userId]);
    await query(
      tx,
      'insert into identity.recovery_code (user_id, code_hash) select $1, unnest($2::bytea[])',
      [userId, hashes],
    );
  }

  /** False when there is no such code or it was used. */
  async spendRecoveryCode(tx: Tx, userId: string, hash: Buffer, at: Date): Promise<boolean> {
    const spent = await query(
      tx,
      `update identity.recovery_code set used_at = $3
       where user_id = $1 and code_hash = $2 and used_at is null returning 1`,
      [userId, hash, at],
    );
    return spent.length > 0;
  }

  async remove(tx: Tx, userId: string): Promise<void> {
    await query(tx, 'delete from identity.recovery_code where user_id = $1', [userId]);
    await query(tx, 'delete from identity.authenticator where user_id = $1', [userId]);
  }

  /** Answers the version of the rule after the change. */
  async setRule(tx: Tx, organisationId: string, totpRequired: boolean): Promise<number> {
    const [row] = await query<{ version: number }>(
      tx,
      `insert into identity.organisation_rule as r (organisation_id, totp_required, version) values ($1, $2, 1)
       on conflict (organisation_id) do update set totp_required = excluded.totp_required,
         version = r.version + 1
       returning version`,
      [organisationId, totpRequired],
    );
    return row?.version ?? 1;
  }
}
