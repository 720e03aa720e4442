// The only file that queries parties.application and parties.application_check.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { KeyedIdentifier } from '../../domain/identifier';
import type { Application, ApplicationCheck, ApplicationState } from '../../domain/joining/application';

export interface ApplicationFilter extends PageQuery {
  readonly state?: ApplicationState;
}
/** With the identifiers in the form in which they are compared. */
export interface ApplicationRow extends Application {
  readonly identifiers: readonly KeyedIdentifier[];
}

const COLUMNS = `a.id, a.kind, a.legal_name as "legalName", a.capabilities, a.identifiers,
  jsonb_build_object('name', a.contact_name, 'email', a.contact_email, 'phone', a.contact_phone,
    'postalAddress', a.contact_postal_address) as contact,
  a.documents, a.invitation_id as "invitationId", a.state, a.submitted_at as "submittedAt",
  a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.reason, a.organisation_id as "organisationId",
  a.version`;
/** Nobody but who sees everything reads applications: they belong to no organisation yet. */
const IN_SCOPE = '($1::uuid[] is null or a.organisation_id = any($1))';

@Injectable()
export class ApplicationStore {
  async add(tx: Tx, application: ApplicationRow, sourceHash: Buffer): Promise<void> {
    const { id, kind, legalName, capabilities, identifiers, contact, documents } = application;
    const { invitationId, state, submittedAt, version } = application;
    await query(
      tx,
      `insert into parties.application (id, kind, legal_name, capabilities, identifiers, contact_name, contact_email,
         contact_phone, contact_postal_address, documents, source_hash, invitation_id, state, submitted_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[id, kind, legalName, capabilities, JSON.stringify(identifiers)],
        ...[contact.name, contact.email, contact.phone, contact.postalAddress, JSON.stringify(documents)],
        ...[sourceHash, invitationId, state, submittedAt, version],
      ],
    );
  }

  /** Unscoped: a number that is compared with a limit and shown to nobody. */
  async countFrom(on: Reads, sourceHash: Buffer, since: Date): Promise<number> {
    const [row] = await query<{ count: number }>(
      on,
      `select count(*)::int as count from parties.application where source_hash = $1 and submitted_at > $2`,
      [sourceHash, since],
    );
    return row?.count ?? 0;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<ApplicationRow | undefined> {
    await query(tx, `select 1 from parties.application a where ${IN_SCOPE} and a.id = $2 for update`, [
      scopeParam(scope),
      id,
    ]);
    return this.byId(tx, scope, id);
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<ApplicationRow | undefined> {
    const rows = await query<Omit<ApplicationRow, 'checks'>>(
      on,
      `select ${COLUMNS} from parties.application a where ${IN_SCOPE} and a.id = $2`,
      [scopeParam(scope), id],
    );
    const [found] = await this.withChecks(on, rows);
    return found;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: ApplicationFilter): Promise<ApplicationRow[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Omit<ApplicationRow, 'checks'>>(
      on,
      `select ${COLUMNS} from parties.application a
       where ${IN_SCOPE} and a.id < $2 and ($3::text is null or a.state = $3) order by a.id desc limit $4`,
      [scopeParam(scope), before, filter.state ?? null, take],
    );
    return this.withChecks(on, rows);
  }

  private async withChecks(
    on: Reads,
    rows: readonly Omit<ApplicationRow, 'checks'>[],
  ): Promise<ApplicationRow[]> {
    const checks = await query<ApplicationCheck & { readonly applicationId: string }>(
      on,
      `select application_id as "applicationId", kind, outcome, note, checked_by as "checkedBy",
         checked_at as "checkedAt"
       from parties.application_check where application_id = any($1::uuid[]) order by application_id, position`,
      [rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      ...row,
      checks: checks
        .filter(({ applicationId }) => applicationId === row.id)
        .map(({ kind, outcome, note, checkedBy, checkedAt }) => ({
          ...{ kind, outcome, note, checkedBy, checkedAt },
        })),
    }));
  }

  /** The check has the place of the version that it makes. */
  async addCheck(tx: Tx, id: string, version: number, check: ApplicationCheck): Promise<void> {
    const { kind, outcome, note, checkedBy, checkedAt } = check;
    await query(tx, 'insert into parties.application_check values ($1, $2, $3, $4, $5, $6, $7)', [
      ...[id, version, kind, outcome, note, checkedBy, checkedAt],
    ]);
    await query(tx, 'update parties.application set version = $2 where id = $1', [id, version]);
  }

  async decide(tx: Tx, application: Application): Promise<void> {
    const { id, state, decidedBy, decidedAt, reason, organisationId, version } = application;
    await query(
      tx,
      `update parties.application set state = $2, decided_by = $3, decided_at = $4, reason = $5,
         organisation_id = $6, version = $7 where id = $1`,
      [id, state, decidedBy, decidedAt, reason, organisationId, version],
    );
  }
}
