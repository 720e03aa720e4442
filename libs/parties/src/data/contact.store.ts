// The only file that queries parties.contact.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { VerifiedContact } from '../domain/contact';

const COLUMNS = `c.id, c.organisation_id as "organisationId", c.name, c.email, c.phone,
  c.postal_address as "postalAddress", c.purpose, c.source, c.verified_by as "verifiedBy",
  c.verified_at as "verifiedAt", c.retired_at as "retiredAt", c.version`;
const IN_SCOPE = '($1::uuid[] is null or c.organisation_id = any($1))';

@Injectable()
export class ContactStore {
  async add(tx: Tx, contact: VerifiedContact, verifierOrganisationId: string): Promise<void> {
    const { id, organisationId, name, email, phone, postalAddress, purpose, source } = contact;
    const { verifiedBy, verifiedAt, version } = contact;
    await query(
      tx,
      `insert into parties.contact (id, organisation_id, name, email, phone, postal_address, purpose, source,
         verified_by, verifier_organisation_id, verified_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, organisationId, name, email, phone, postalAddress, purpose, source],
        ...[verifiedBy, verifierOrganisationId, verifiedAt, version],
      ],
    );
  }

  /** Those that stand, the newest first. */
  async standing(on: Reads, scope: Scope, organisationId: string): Promise<VerifiedContact[]> {
    return query<VerifiedContact>(
      on,
      `select ${COLUMNS} from parties.contact c
       where ${IN_SCOPE} and c.organisation_id = $2 and c.retired_at is null order by c.id desc`,
      [scopeParam(scope), organisationId],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<VerifiedContact | undefined> {
    const [found] = await query<VerifiedContact>(
      tx,
      `select ${COLUMNS} from parties.contact c where ${IN_SCOPE} and c.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async retire(tx: Tx, { id, version }: VerifiedContact, at: Date): Promise<void> {
    await query(tx, 'update parties.contact set retired_at = $2, version = $3 where id = $1', [
      id,
      at,
      version,
    ]);
  }
}
