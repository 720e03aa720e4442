// The only file that queries receivables.dispute_file, a book: evidence is added and never taken back.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { DisputeFile } from '../../domain/dispute';

const COLUMNS = `f.id, f.dispute_id as "disputeId", f.document_id as "documentId",
  f.organisation_id as "organisationId", f.added_by as "addedBy", f.added_at as "addedAt"`;

/** Those whom the dispute concerns. */
const IN_SCOPE = `($1::uuid[] is null or exists (select 1 from receivables.dispute_party p
  where p.dispute_id = f.dispute_id and p.organisation_id = any($1)))`;

@Injectable()
export class DisputeFileStore {
  async add(tx: Tx, file: DisputeFile): Promise<void> {
    const { id, disputeId, documentId, organisationId, addedBy, addedAt } = file;
    await query(
      tx,
      `insert into receivables.dispute_file (id, dispute_id, document_id, organisation_id, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, disputeId, documentId, organisationId, addedBy, addedAt],
    );
  }

  /** The oldest first. */
  async ofDisputes(on: Reads, scope: Scope, disputeIds: readonly string[]): Promise<DisputeFile[]> {
    return query<DisputeFile>(
      on,
      `select ${COLUMNS} from receivables.dispute_file f
       where f.dispute_id = any($2) and ${IN_SCOPE} order by f.id`,
      [scopeParam(scope), disputeIds],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<DisputeFile | undefined> {
    const [file] = await query<DisputeFile>(
      on,
      `select ${COLUMNS} from receivables.dispute_file f where f.id = $2 and ${IN_SCOPE}`,
      [scopeParam(scope), id],
    );
    return file;
  }
}
