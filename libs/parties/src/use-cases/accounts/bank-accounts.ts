// What other libraries ask about bank accounts: the one in force, and whose account a statement speaks of. They hold
// the ids from rows they were allowed to read, so there is no scope here.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { BankAccountStore, type ForceKey } from '../../data/bank-account.store';
import type { AccountPurpose, BankAccount } from '../../domain/bank-account';

/** A verified account as money may be sent to it. */
export interface PaymentAccount {
  readonly id: string;
  readonly organisationId: string;
  readonly accountNumber: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly bankCode: string;
  readonly currency: string;
  /** Since when it is in force, or was verified. */
  readonly since: Date;
}

const paymentAccount = (account: BankAccount, since: Date): PaymentAccount => {
  const { id, organisationId, accountNumber, holderName, bankName, bankCode, currency } = account;
  return { id, organisationId, accountNumber, holderName, bankName, bankCode, currency, since };
};

@Injectable()
export class BankAccounts {
  constructor(private readonly accounts: BankAccountStore) {}

  /** The one verified account in force for a purpose and a currency, by `organisationId:currency`. */
  async inForce(
    on: Reads,
    purpose: AccountPurpose,
    keys: readonly Omit<ForceKey, 'purpose'>[],
  ): Promise<Map<string, PaymentAccount>> {
    const wanted = keys.map((key) => ({ ...key, purpose }));
    const rows = await this.accounts.inForce(on, EVERYONE, wanted);
    return new Map(
      rows.map((row) => [`${row.organisationId}:${row.currency}`, paymentAccount(row, row.since)]),
    );
  }

  /** By id; the account of a payout stays readable when another one is in force. */
  async byIds(on: Reads, ids: readonly string[]): Promise<Map<string, PaymentAccount>> {
    const rows = await this.accounts.byIds(on, EVERYONE, ids);
    return new Map(rows.map((row) => [row.id, paymentAccount(row, row.decidedAt ?? row.proposedAt)]));
  }

  /** Verified accounts with one of these numbers, whosever they are. */
  async byNumbers(on: Reads, numbers: readonly string[]): Promise<PaymentAccount[]> {
    const rows = await this.accounts.verifiedByNumber(on, EVERYONE, numbers);
    return rows.map((row) => paymentAccount(row, row.decidedAt ?? row.proposedAt));
  }

  /** The numbers of all verified accounts of these organisations, by organisation: from whichever of them they pay. */
  async numbersOf(on: Reads, organisationIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.accounts.verifiedOf(on, EVERYONE, [...new Set(organisationIds)]);
    return new Map(rows.map(({ organisationId, numbers }) => [organisationId, numbers]));
  }

  /** Verified accounts of an organisation with one of these numbers, also those no longer in force: money may arrive late. */
  async ofOrganisation(
    on: Reads,
    organisationId: string,
    numbers: readonly string[],
  ): Promise<PaymentAccount[]> {
    const rows = await this.accounts.verifiedByNumber(on, { organisations: [organisationId] }, numbers);
    return rows.map((row) => paymentAccount(row, row.decidedAt ?? row.proposedAt));
  }
}
