// The only file that queries identity.reset_proposal.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';

export interface ResetProposal {
  readonly id: string;
  readonly userId: string;
  /** The version of the user for whom it was asked. */
  readonly userVersion: number;
  readonly reason: string;
  readonly handoverHash: Buffer;
  readonly proposedBy: string;
  readonly version: number;
}
export type ResetDecision = 'approve' | 'decline';

@Injectable()
export class ResetProposalStore {
  /** False when one is open already. */
  async add(tx: Tx, proposal: ResetProposal, at: Date): Promise<boolean> {
    const { id, userId, userVersion, reason, handoverHash, proposedBy } = proposal;
    const added = await query(
      tx,
      `insert into identity.reset_proposal
         (id, user_id, user_version, reason, handover_hash, proposed_by, proposed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, 1)
       on conflict (user_id) where decided_at is null do nothing returning id`,
      [id, userId, userVersion, reason, handoverHash, proposedBy, at],
    );
    return added.length > 0;
  }

  /** The user is locked already. */
  async open(tx: Tx, userId: string): Promise<ResetProposal | undefined> {
    const [found] = await query<ResetProposal>(
      tx,
      `select id, user_id as "userId", user_version as "userVersion", reason, handover_hash as "handoverHash",
         proposed_by as "proposedBy", version
       from identity.reset_proposal where user_id = $1 and decided_at is null`,
      [userId],
    );
    return found;
  }

  async decide(tx: Tx, id: string, decision: ResetDecision, by: string, at: Date): Promise<void> {
    await query(
      tx,
      `update identity.reset_proposal set decision = $2, decided_by = $3, decided_at = $4,
         version = version + 1 where id = $1`,
      [id, decision, by, at],
    );
  }
}
