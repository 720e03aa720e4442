// The only file that queries identity.role_proposal.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';

export interface RoleProposal {
  readonly id: string;
  readonly userId: string;
  /** The version of the user for whom it was asked. */
  readonly userVersion: number;
  readonly roles: readonly string[];
  readonly reason: string;
  readonly version: number;
}
export type RoleDecision = 'approve' | 'decline';

@Injectable()
export class RoleProposalStore {
  /** False when one is open already. */
  async add(tx: Tx, { id, userId, userVersion, roles, reason }: RoleProposal, at: Date): Promise<boolean> {
    const added = await query(
      tx,
      `insert into identity.role_proposal (id, user_id, user_version, roles, reason, proposed_at, version)
       values ($1, $2, $3, $4, $5, $6, 1)
       on conflict (user_id) where decided_at is null do nothing returning id`,
      [id, userId, userVersion, roles, reason, at],
    );
    return added.length > 0;
  }

  /** The user is locked already. */
  async open(tx: Tx, userId: string): Promise<RoleProposal | undefined> {
    const [found] = await query<RoleProposal>(
      tx,
      `select id, user_id as "userId", user_version as "userVersion", roles, reason, version
       from identity.role_proposal where user_id = $1 and decided_at is null`,
      [userId],
    );
    return found;
  }

  async decide(tx: Tx, id: string, decision: RoleDecision, by: string, at: Date): Promise<void> {
    await query(
      tx,
      `update identity.role_proposal set decision = $2, decided_by = $3, decided_at = $4,
         version = version + 1 where id = $1`,
      [id, decision, by, at],
    );
  }
}
