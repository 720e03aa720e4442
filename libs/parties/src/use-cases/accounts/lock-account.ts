// A verified account is locked at once, by the operator or by its own organisation: no money goes there from then on.
// Only a new verification unlocks it.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once } from '#platform';
import { BankAccountStore } from '../../data/bank-account.store';
import { assertMove } from '../../domain/bank-account';
import { errors } from '../../domain/errors';
import { type AccountShown, accountShown } from './accounts.queries';

@Injectable()
export class LockAccount {
  constructor(
    private readonly once: Once,
    private readonly accounts: BankAccountStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws parties.account_not_found (404), account_decided (409) */
  async execute(
    command: Command,
    id: string,
    { reason }: { readonly reason: string },
  ): Promise<AccountShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.accounts.lock(tx, actor.scope, id);
      if (!found) throw errors.account_not_found();
      assertMove(found, 'locked');
      const locked = { ...found, state: 'locked' as const, version: found.version + 1, inForce: [] };
      await this.accounts.endForce(tx, { accountId: id });
      await this.accounts.decide(tx, locked);
      await this.audit.record(tx, actor, [
        {
          action: 'parties.account_locked',
          subjectType: 'bank_account',
          subjectId: id,
          subjectVersion: locked.version,
          details: { organisationId: found.organisationId, reason },
          visibleTo: [found.organisationId],
        },
      ]);
      return accountShown(locked, actor);
    });
  }
}
