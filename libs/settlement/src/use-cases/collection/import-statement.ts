// Takes a statement or notification of a bank. A movement counts once, however often and in whatever file it comes:
// it is unique by financier and key, and so is the booking around it. What it means for payouts and debts is applied afterwards, each on its own.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Bilingual, type Clock, isZero, money, type Money, newId, shardFor } from '#kernel';
import { Ledger } from '#ledger';
import { BankAccounts, type PaymentAccount } from '#parties';
import { CLOCK, type Command, Events, Once, type Tx, withContent } from '#platform';
import { SettlementStores } from '../../data/stores';
import { type BankEntry, useOf } from '../../domain/money/payment';
import type { Payout } from '../../domain/money/payout';
import type { Statement, StatementEntry, StatementFinding, StatementReading } from '../../domain/statement';
import { readStatements } from '../../formats/read-statements';
import { movementsBooked } from '../../settlement.events';

export interface ImportedStatement {
  readonly account: string | null;
  readonly status: 'imported' | 'refused';
  readonly reasons: readonly { rule: string; message: Bilingual; fix: Bilingual; line: number | null }[];
  /** Booked movements in it, and how many of them were new. */
  readonly entries: number;
  readonly added: number;
}
export interface StatementImported {
  readonly fileId: string | null;
  /** True when this very file was imported before: then nothing was changed. */
  readonly repeated: boolean;
  readonly statements: readonly ImportedStatement[];
  readonly payoutIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly unexplained: number;
}

/** For whom, who brought it, and how it came. */
export interface StatementOrigin {
  readonly financierId: string;
  readonly by: By;
  readonly source: 'person' | 'bank';
}
interface Usable {
  readonly statement: Statement;
  readonly account: PaymentAccount;
}

const ACCOUNT_UNKNOWN = {
  rule: 'settlement.account_unknown',
  message: { en: 'This is no verified account of yours.', zh: '该账户不是贵单位已核验的账户。' },
  fix: { en: 'Have the account verified, then import the file again.', zh: '请先核验该账户，再重新导入。' },
  line: null,
};

@Injectable()
export class ImportStatement {
  constructor(
    private readonly once: Once,
    private readonly stores: SettlementStores,
    private readonly accounts: BankAccounts,
    private readonly ledger: Ledger,
    private readonly audit: AuditLog,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: Command, name: string, bytes: Uint8Array): Promise<StatementImported> {
    const { actor } = command;
    const origin = { financierId: actor.organisationId, by: actor, source: 'person' } as const;
    return this.once.run(withContent(command, sha256Of(bytes)), (tx) => this.import(tx, origin, name, bytes));
  }

  /** The deed itself, for whoever else brings a file. */
  async import(tx: Tx, origin: StatementOrigin, name: string, bytes: Uint8Array): Promise<StatementImported> {
    const { financierId, by, source } = origin;
    const sha256 = sha256Of(bytes);
    const readings = readStatements(bytes);
    const read = readings.flatMap((one) => (one.status === 'read' ? [one.statement] : []));
    const numbers = read.map(({ account }) => plainNumber(account));
    const known = await this.accounts.ofOrganisation(tx, financierId, [...new Set(numbers)]);
    const fileId = newId<'bank_file'>(shardFor(financierId));
    const usable = read.flatMap((statement): Usable[] => {
      const account = accountOf(statement, known);
      return account ? [{ statement, account }] : [];
    });
    const file = { id: fileId, financierId, name: name.slice(0, 200), sha256, content: Buffer.from(bytes) };
    const fresh =
      usable.length > 0 &&
      (await this.stores.payments.addFile(tx, {
        ...file,
        source,
        importedBy: by.userId,
        importedAt: this.clock.now(),
      }));
    const entries = fresh ? await this.entriesOf(tx, financierId, fileId, usable) : [];
    const added = new Set(await this.stores.payments.addEntries(tx, entries));
    const news = entries.filter(({ id }) => added.has(id));
    await this.book(tx, financierId, news);
    if (fresh) await this.record(tx, origin, { id: fileId, sha256 }, news);
    const payoutIds = [...new Set(news.flatMap(({ payoutId }) => payoutId ?? []))];
    const paymentIds = news.filter(({ use }) => use === 'payment').map(({ id }) => id);
    if (news.length > 0)
      await this.events.emit(tx, movementsBooked, [{ financierId, payoutIds, paymentIds }]);
    return {
      fileId: fresh ? fileId : null,
      repeated: usable.length > 0 && !fresh,
      statements: readings.map((one) => importedStatement(one, known, news)),
      payoutIds,
      paymentIds,
      unexplained: news.filter(({ use }) => use === 'unexplained').length,
    };
  }

  /** Booked movements with their meaning, of bookings that are told for the first time; one told twice counts once. */
  private async entriesOf(
    tx: Tx,
    financierId: string,
    fileId: string,
    usable: readonly Usable[],
  ): Promise<BankEntry[]> {
    const booked = usable.flatMap((one) =>
      one.statement.entries.filter(isBooked).map((entry) => ({ ...one, entry })),
    );
    const tellers = new Map<string, Statement>();
    for (const { entry, statement } of booked)
      if (!tellers.has(entry.bookingKey)) tellers.set(entry.bookingKey, statement);
    const fresh = new Set(
      await this.stores.payments.addBookings(tx, financierId, fileId, [...tellers.keys()]),
    );
    const told = booked.filter(
      ({ entry, statement }) => fresh.has(entry.bookingKey) && tellers.get(entry.bookingKey) === statement,
    );
    const distinct = [...new Map(told.map((one) => [one.entry.key, one])).values()];
    const references = distinct.flatMap(({ entry }) => entry.endToEndId ?? []);
    const payouts = await this.stores.payouts.byReferences(tx, { organisations: [financierId] }, [
      ...new Set(references),
    ]);
    const byReference = new Map(payouts.map((payout) => [payout.endToEndId, payout]));
    const recordedAt = this.clock.now();
    return distinct.flatMap(({ entry, account }) => {
      const amount = money(entry.amount, entry.currency);
      if (isZero(amount)) return [];
      const payout = byReference.get(entry.endToEndId ?? '');
      const facts = { fileId, financierId, accountId: account.id, recordedAt };
      return [entryRow(entry, amount, payout, facts)];
    });
  }

  /** What arrived stands as unapplied until it is known what it pays; payouts are booked when they are applied. */
  private async book(tx: Tx, financierId: string, entries: readonly BankEntry[]): Promise<void> {
    const payments = entries.filter(({ use }) => use === 'payment');
    if (payments.length === 0) return;
    const receivedAt = this.clock.now();
    await this.stores.payments.addPayments(
      tx,
      payments.map(({ id, currency, amount }) => ({
        ...{ id, financierId, currency, amount, receivedAt },
        ...{ allocatedAmount: '0', overpaidAmount: '0', version: 1 },
      })),
    );
    const currencies = [...new Set(payments.map(({ currency }) => currency))].sort();
    const ids = await this.ledger.accounts(
      tx,
      currencies.flatMap((currency) => [
        { ownerId: financierId, purpose: 'bank_clearing' as const, dealId: null, currency },
        { ownerId: financierId, purpose: 'unapplied_receipts' as const, dealId: null, currency },
      ]),
    );
    await this.ledger.post(
      tx,
      payments.map(({ id, amount, currency, valueDate }) => {
        const place = currencies.indexOf(currency) * 2;
        return {
          ...{ kind: 'payment_received', subjectType: 'payment', subjectId: id, valueDate },
          transfers: [
            { debit: ids[place] ?? '', credit: ids[place + 1] ?? '', amount: money(amount, currency) },
          ],
        };
      }),
    );
  }

  /** The file and each payment that it tells of for the first time: their versions start here. */
  private async record(
    tx: Tx,
    { financierId, by, source }: StatementOrigin,
    { id: fileId, sha256 }: { readonly id: string; readonly sha256: string },
    news: readonly BankEntry[],
  ): Promise<void> {
    const first = { subjectVersion: 1, ...(source === 'bank' && { visibleTo: [financierId] }) };
    await this.audit.record(tx, by, [
      {
        ...{ ...first, action: 'settlement.statement_imported', subjectType: 'bank_file', subjectId: fileId },
        details: { sha256, source, added: news.length },
      },
      ...news
        .filter(({ use }) => use === 'payment')
        .map(({ id, amount, currency, valueDate }) => ({
          ...{ ...first, action: 'settlement.payment_received', subjectType: 'payment', subjectId: id },
          details: { fileId, amount: money(amount, currency), valueDate },
        })),
    ]);
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const isBooked = ({ status }: StatementEntry): boolean => status === 'BOOK';
/** As account numbers are stored. */
export const plainNumber = (account: string): string => account.replace(/[\s-]/g, '').toUpperCase();
const accountOf = ({ account, currency }: Statement, known: readonly PaymentAccount[]) =>
  known.find((one) => one.accountNumber === plainNumber(account) && one.currency === currency);
const reasonOf = ({ rule, message, fix, line }: StatementFinding) => ({ rule, message, fix, line });
const refused = (account: string | null, reasons: ImportedStatement['reasons']): ImportedStatement => ({
  ...{ account, status: 'refused', reasons, entries: 0, added: 0 },
});

function importedStatement(
  reading: StatementReading,
  known: readonly PaymentAccount[],
  news: readonly BankEntry[],
): ImportedStatement {
  const reasons = reading.reasons.map(reasonOf);
  if (reading.status === 'refused') return refused(reading.head?.account ?? null, reasons);
  const { account: number, entries } = reading.statement;
  const account = accountOf(reading.statement, known);
  if (!account) return refused(number, [ACCOUNT_UNKNOWN]);
  const keys = new Set(entries.map(({ key }) => key));
  return {
    ...{ account: number, status: 'imported', reasons, entries: entries.filter(isBooked).length },
    added: news.filter(({ entryKey, accountId }) => accountId === account.id && keys.has(entryKey)).length,
  };
}

function entryRow(
  entry: StatementEntry,
  amount: Money,
  payout: Payout | undefined,
  facts: Pick<BankEntry, 'fileId' | 'financierId' | 'accountId' | 'recordedAt'>,
): BankEntry {
  const use = useOf(entry, amount, payout);
  return {
    ...facts,
    ...amount,
    id: newId<'bank_entry'>(shardFor(facts.financierId)),
    entryKey: entry.key,
    use,
    payoutId: use === 'payout' || use === 'return' ? (payout?.id ?? null) : null,
    bookedOn: entry.date,
    valueDate: entry.valueDate ?? entry.date,
    reference: entry.reference,
    endToEndId: entry.endToEndId,
    counterpartyName: entry.counterpartyName,
    counterpartyAccount: entry.counterpartyAccount,
    remittance: entry.text,
    returnReason: entry.returnReason,
  };
}
