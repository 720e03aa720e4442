// Ends what nobody decided in time. Only tidies up: a decision compares the times itself.
import { Inject, Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every } from '#platform';
import { ApprovalStore } from '../data/approval.store';
import { EndApproval } from './end-approval';

const BATCH = 200;

@Injectable()
export class ExpireApprovals {
  constructor(
    private readonly db: Db,
    private readonly approvals: ApprovalStore,
    private readonly ending: EndApproval,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Every('approvals.expire', '*/5 * * * *')
  async execute(): Promise<void> {
    await this.db.run(async (tx) => {
      const expired = await this.approvals.expire(tx, this.clock.now(), BATCH);
      await this.ending.tell(tx, THE_PLATFORM, expired);
    });
  }
}
