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
  mayAnswerTest,
  type TestState,
  testStateOf,
} from '../../domain/bank-account';
import type { TestRefusal } from '../../domain/account-test/test-bank';
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
  /** For the operator who sends it by hand; its owner reads it in a statement. */
  readonly testReference: string | null;
  readonly test: TestState;
  /** The bank that sends it; null: a person. */
  readonly testBank: string | null;
  /** How often the bank was asked. */
  readonly testTries: number;
  /** Why the bank would not send it. */
  readonly testRefusal: TestRefusal | null;
  readonly version: number;
  readonly actions: readonly string[];
}

function actionsOn(account: AccountRow, actor: Actor): string[] {
  const own = account.organisationId === actor.organisationId;
  const test = testStateOf(account, account.payment);
  const answers = own && mayAnswerTest(test) && actor.permissions.has('account.propose');
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
  const { currency, purposes, state, inForce, proposedBy, decidedBy, reason, version, payment } = account;
  const mayVerify =
    actor.permissions.has('account.verify') && account.organisationId !== actor.organisationId;
  return {
    ...{ id, organisationId, organisationName, accountNumber, holderName, bankName, bankCode },
    ...{ currency, purposes, state, inForce, proposedBy, decidedBy, reason, version },
    bankCodeWarning: bankCodeWarning(bankCode),
    proposedAt: account.proposedAt.toISOString(),
    decidedAt: account.decidedAt?.toISOString() ?? null,
    testReference: mayVerify && payment === null ? account.testReference : null,
    test: testStateOf(account, payment),
    testBank: payment?.bank ?? null,
    testTries: payment?.tries ?? 0,
    testRefusal: payment?.refusal ?? null,
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
