// The only file that queries approvals.approval. What a route was given is sealed: a number of a natural person may be in
// it, which the trial that stands beside it shows masked.
import { Injectable } from '@nestjs/common';
import { type SealedValue, SealedValues } from '#parties';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Approval, ApprovalState, CommandInput } from '../domain/approval';

export interface ApprovalFilter extends PageQuery {
  readonly state?: ApprovalState;
}

const COLUMNS = `id, organisation_id as "organisationId", command, input, effects, state_hash as "stateHash", preview,
  made_by as "madeBy", made_device as "madeDevice", made_at as "madeAt", expires_at as "expiresAt", state,
  decided_by as "decidedBy", decided_at as "decidedAt", same_device as "sameDevice", reason, version`;
const IN_SCOPE = '($1::uuid[] is null or organisation_id = any($1))';

interface KeptApproval extends Omit<Approval, 'input'> {
  readonly input: CommandInput | SealedValue;
}

@Injectable()
export class ApprovalStore {
  constructor(private readonly sealed: SealedValues) {}

  async add(tx: Tx, approval: Approval): Promise<void> {
    const { id, organisationId, command, stateHash, madeBy, madeDevice, madeAt, expiresAt, state } = approval;
    await query(
      tx,
      `insert into approvals.approval (id, organisation_id, command, input, effects, state_hash, preview, made_by,
         made_device, made_at, expires_at, state, same_device, version)
       values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7::jsonb, $8, $9, $10, $11, $12, false, $13)`,
      [
        ...[
          id,
          organisationId,
          command,
          JSON.stringify(await this.sealed.seal(approval.input)),
          JSON.stringify(approval.effects),
        ],
        ...[stateHash, JSON.stringify(approval.preview), madeBy, madeDevice, madeAt, expiresAt, state],
        approval.version,
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Approval | undefined> {
    const sql = `select ${COLUMNS} from approvals.approval where ${IN_SCOPE} and id = $2`;
    return (await this.opened(query<KeptApproval>(on, sql, [scopeParam(scope), id])))[0];
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Approval | undefined> {
    const sql = `select ${COLUMNS} from approvals.approval where ${IN_SCOPE} and id = $2 for update`;
    return (await this.opened(query<KeptApproval>(tx, sql, [scopeParam(scope), id])))[0];
  }

  /** Writes how an approval that the transaction has locked ended. */
  async end(tx: Tx, ended: Approval): Promise<void> {
    const { id, state, decidedBy, decidedAt, sameDevice, reason, version } = ended;
    await query(
      tx,
      `update approvals.approval set state = $2, decided_by = $3, decided_at = $4, same_device = $5, reason = $6,
         version = $7
       where id = $1 and state = 'waiting'`,
      [id, state, decidedBy, decidedAt, sameDevice, reason, version],
    );
  }

  /** Ends at most `most` of those whose time is over. */
  async expire(tx: Tx, now: Date, most: number): Promise<Approval[]> {
    const ended = query<KeptApproval>(
      tx,
      `update approvals.approval set state = 'expired', decided_at = $1, version = version + 1
       where id in (select id from approvals.approval where state = 'waiting' and expires_at <= $1
         order by id limit $2 for update skip locked)
       returning ${COLUMNS}`,
      [now, most],
    );
    return this.opened(ended);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: ApprovalFilter): Promise<Approval[]> {
    const { before, take } = keyset(filter);
    const found = query<KeptApproval>(
      on,
      `select ${COLUMNS} from approvals.approval
       where ${IN_SCOPE} and ($2::text is null or state = $2) and id < $3
       order by id desc limit $4`,
      [scopeParam(scope), filter.state ?? null, before, take],
    );
    return this.opened(found);
  }

  private async opened(rows: Promise<KeptApproval[]>): Promise<Approval[]> {
    return Promise.all(
      (await rows).map(async (row) => ({ ...row, input: await this.sealed.open(row.input) })),
    );
  }
}
