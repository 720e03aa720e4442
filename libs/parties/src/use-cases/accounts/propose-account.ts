// An organisation names a bank account of its own; it is used for nothing before the operator has verified it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { BankAccountStore } from '../../data/bank-account.store';
import { OrganisationStore } from '../../data/organisation.store';
import {
  type AccountProposal,
  assertProposal,
  NO_TEST,
  type BankAccount,
  maskedNumber,
} from '../../domain/bank-account';
import { errors } from '../../domain/errors';
import { type AccountShown, accountShown } from './accounts.queries';

@Injectable()
export class ProposeAccount {
  constructor(
    private readonly once: Once,
    private readonly accounts: BankAccountStore,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.organisation_not_found (404) unless it is the actor's own, parties.account_malformed (422) */
  async execute(command: Command, organisationId: string, wish: AccountProposal): Promise<AccountShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [own] = await this.organisations.byIds(tx, actor.scope, [organisationId]);
      if (own?.id !== actor.organisationId) throw errors.organisation_not_found();
      const account: BankAccount = {
        ...assertProposal(wish),
        ...NO_TEST,
        id: newId(shardOf(organisationId)),
        organisationId,
        state: 'proposed',
        proposedBy: actor.userId,
        proposedAt: this.clock.now(),
        decidedBy: null,
        decidedAt: null,
        reason: null,
        version: 1,
      };
      await this.accounts.add(tx, account);
      const { holderName, bankName, bankCode, currency, purposes } = account;
      await this.audit.record(tx, actor, [
        {
          action: 'parties.account_proposed',
          subjectType: 'bank_account',
          subjectId: account.id,
          subjectVersion: 1,
          details: {
            organisationId,
            accountNumber: maskedNumber(account.accountNumber),
            ...{ holderName, bankName, bankCode, currency, purposes },
          },
        },
      ]);
      return accountShown({ ...account, organisationName: own.legalName, inForce: [], payment: null }, actor);
    });
  }
}
