// Bank accounts as their organisation and the operator see them.
import { Injectable } from '@nestjs/common';
import { type Bilingual } from '#kernel';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import { type AccountFilter, type AccountRow, BankAccountStore } from '../../data/bank-account.store';
import { OrganisationStore } from '../../data/organisation.store';
import {
  type AccountProposal,
  type AccountPurpose,
  type AccountState,
  ACCOUNT_MOVES,
  bankCodeWarning,
  MOST_ANSWERS,
} from '../../domain/bank-account';
import { errors } from '../../domain/errors';

export interface AccountShown extends AccountProposal {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: AccountState;
  /** For which purposes it is the one account in force. */
  readonly inForce: readonly AccountPurpose[];
  readonly bankCodeWarning: Bilingual | null;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** For the operator, who sends it; its owner reads it in a statement. */
  readonly testReference: string | null;
  readonly test: 'none' | 'sent' | 'passed' | 'failed';
  readonly version: number;
  readonly actions: readonly string[];
}

function testOf({ testReference, testAttempts, testPassedAt }: AccountRow): AccountShown['test'] {
  if (testReference === null) return 'none';
  if (testPassedAt !== null) return 'passed';
  return testAttempts < MOST_ANSWERS ? 'sent' : 'failed';
}

function actionsOn(account: AccountRow, actor: Actor): string[] {
  const own = account.organisationId === actor.organisationId;
  const test = testOf(account);
  const answers = own && test === 'sent' && actor.permissions.has('account.propose');
  const locks = account.state === 'verified' && actor.permissions.has('account.lock');
  return [
    ...(own ? [] : decisionsOn(account, test, actor)),
    ...(answers ? ['answer'] : []),
    ...(locks ? ['lock'] : []),
  ];
}

/** What the operator may decide about an account of somebody else. */
function decisionsOn(
  account: AccountRow,
  test: AccountShown['test'],
  { permissions, userId }: Actor,
): string[] {
  const open = ACCOUNT_MOVES[account.state].includes('verified') && account.proposedBy !== userId;
  if (!open || !permissions.has('account.verify')) return [];
  if (test === 'none') return ['verify', 'refuse', 'test'];
  return test === 'passed' ? ['verify', 'refuse'] : ['refuse'];
}

export function accountShown(account: AccountRow, actor: Actor): AccountShown {
  const { id, organisationId, organisationName, accountNumber, holderName, bankName, bankCode } = account;
  const { currency, purposes, state, inForce, proposedBy, decidedBy, reason, version } = account;
  const mayVerify =
    actor.permissions.has('account.verify') && account.organisationId !== actor.organisationId;
  return {
    ...{ id, organisationId, organisationName, accountNumber, holderName, bankName, bankCode },
    ...{ currency, purposes, state, inForce, proposedBy, decidedBy, reason, version },
    bankCodeWarning: bankCodeWarning(bankCode),
    proposedAt: account.proposedAt.toISOString(),
    decidedAt: account.decidedAt?.toISOString() ?? null,
    testReference: mayVerify ? account.testReference : null,
    test: testOf(account),
    actions: actionsOn(account, actor),
  };
}

@Injectable()
export class AccountQueries {
  constructor(
    private readonly db: Db,
    private readonly accounts: BankAccountStore,
    private readonly organisations: OrganisationStore,
  ) {}

  /** @throws parties.organisation_not_found (404), also for one outside the actor's scope */
  async ofOrganisation(
    actor: Actor,
    organisationId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<AccountShown>> {
    const on = this.db.reads;
    const [known] = await this.organisations.byIds(on, actor.scope, [organisationId]);
    if (!known) throw errors.organisation_not_found();
    return this.page(actor, { limit, organisationId, ...(cursor && { cursor }) });
  }

  /** Of every organisation in the actor's scope. */
  async page(actor: Actor, filter: AccountFilter): Promise<Page<AccountShown>> {
    const rows = await this.accounts.page(this.db.reads, actor.scope, filter);
    return pageOf(
      rows.map((row) => accountShown(row, actor)),
      filter,
    );
  }
}
