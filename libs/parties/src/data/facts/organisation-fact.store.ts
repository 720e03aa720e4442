// The only file that queries the book parties.organisation_fact.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { OrganisationFact } from '../../domain/facts/fact';

const COLUMNS = `f.id, f.organisation_id as "organisationId", f.kind, f.value, f.valid_from as "validFrom",
  f.source, f.recorded_by as "recordedBy", f.recorded_at as "recordedAt"`;
const IN_SCOPE = '($1::uuid[] is null or f.organisation_id = any($1))';
const MOST = 200;

@Injectable()
export class OrganisationFactStore {
  async add(tx: Tx, fact: OrganisationFact, recorderOrganisationId: string): Promise<void> {
    const { id, organisationId, kind, value, validFrom, source, recordedBy, recordedAt } = fact;
    await query(
      tx,
      `insert into parties.organisation_fact (id, organisation_id, kind, value, valid_from, source,
         recorded_by, recorder_organisation_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organisationId, kind, value, validFrom, source, recordedBy, recorderOrganisationId, recordedAt],
    );
  }

  /** The latest first, with those that were corrected since; at most 200. */
  async ofOrganisation(on: Reads, scope: Scope, organisationId: string): Promise<OrganisationFact[]> {
    return query<OrganisationFact>(
      on,
      `select ${COLUMNS} from parties.organisation_fact f where ${IN_SCOPE} and f.organisation_id = $2
       order by f.valid_from desc, f.recorded_at desc, f.id desc limit ${MOST}`,
      [scopeParam(scope), organisationId],
    );
  }

  /** For each organisation and kind the one that held on that day, as it is known now. */
  async inForce(
    on: Reads,
    scope: Scope,
    organisationIds: readonly string[],
    day: LocalDate,
  ): Promise<OrganisationFact[]> {
    return query<OrganisationFact>(
      on,
      `select distinct on (f.organisation_id, f.kind) ${COLUMNS} from parties.organisation_fact f
       where ${IN_SCOPE} and f.organisation_id = any($2::uuid[]) and f.valid_from <= $3::date
       order by f.organisation_id, f.kind, f.valid_from desc, f.recorded_at desc, f.id desc`,
      [scopeParam(scope), organisationIds, day],
    );
  }
}
