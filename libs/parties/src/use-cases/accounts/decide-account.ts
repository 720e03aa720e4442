// The operator verifies or refuses an account. A verified one takes the place of the one in force before.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { BankAccountStore } from '../../data/bank-account.store';
import { assertMayDecide, assertTested } from '../../domain/bank-account';
import { errors } from '../../domain/errors';
import { type AccountShown, accountShown } from './accounts.queries';

export interface AccountDecision {
  readonly decision: 'verified' | 'refused';
  /** Needed for a refusal; for a verification, what it rests on. */
  readonly reason?: string;
}

@Injectable()
export class DecideAccount {
  constructor(
    private readonly once: Once,
    private readonly accounts: BankAccountStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.account_not_found (404), account_decided (409), account_own, account_reason_missing,
   *   test_not_passed (422)
   */
  async execute(command: Command, id: string, { decision, reason }: AccountDecision): Promise<AccountShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.accounts.lock(tx, actor.scope, id);
      if (!found) throw errors.account_not_found();
      assertMayDecide(found, decision, actor);
      assertTested(found, decision);
      if (decision === 'refused' && reason === undefined) throw errors.account_reason_missing();
      const decidedAt = this.clock.now();
      const decided = {
        ...found,
        state: decision,
        decidedBy: actor.userId,
        decidedAt,
        reason: reason ?? null,
        version: found.version + 1,
      };
      await this.accounts.decide(tx, decided);
      if (decision === 'verified') await this.accounts.putInForce(tx, decided, decidedAt);
      await this.audit.record(tx, actor, [
        {
          action: decision === 'verified' ? 'parties.account_verified' : 'parties.account_refused',
          subjectType: 'bank_account',
          subjectId: id,
          subjectVersion: decided.version,
          details: { organisationId: found.organisationId, reason: decided.reason },
          visibleTo: [found.organisationId],
        },
      ]);
      return accountShown({ ...decided, inForce: decision === 'verified' ? decided.purposes : [] }, actor);
    });
  }
}
