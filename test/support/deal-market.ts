// Deals that are paid and collected, for tests on a real database: members with verified accounts, accepted deals,
// and a bank that tells what the test wants it to tell.
import { Test, type TestingModule } from '@nestjs/testing';
import { AcceptOffer, MakeOffer, OpenRequest, RecordTitle } from '#factoring';
import { dateOf, type LocalDate, localDate, ManualClock, money, newId, shardFor } from '#kernel';
import { type Capability, DecideAccount, OnboardOrganisation, ProposeAccount } from '#parties';
import { type Actor, type Command, Db, EVERYONE, query, WITHOUT_SIGN_IN } from '#platform';
import { SetLimit } from '#risk';
import {
  CheckPayout,
  InstructPayout,
  type PayoutKind,
  type PayoutShown,
  ReceiveStatement,
  type WrittenEntry,
  writeCamt053,
  writeCamt054,
} from '#settlement';
import { ApplicationModule, type ApplicationSettings } from '../../apps/application';

export const START = new Date('2026-06-01T02:00:00Z');
export const yuan = (amount: string) => money(amount, 'CNY');
export const plain = (actor: Actor): Command => ({ actor, idempotency: null });

export interface Member extends Actor {
  readonly account: string;
  readonly name: string;
}
export interface Told extends Partial<Omit<WrittenEntry, 'amount'>> {
  /** Signed. */
  readonly amount: string;
}

const PERMISSIONS = [
  ...['payout.instruct', 'payout.approve', 'payment.allocate', 'account.verify'],
  ...['title.record', 'title.waive'],
];

export class DealMarket {
  private count = 0;

  private constructor(
    readonly nest: TestingModule,
    readonly clock: ManualClock,
  ) {}

  /** @param bank left out: people carry the files */
  static async start(
    databaseUrl: string,
    edges: Pick<ApplicationSettings, 'bank' | 'testBank'> = {},
  ): Promise<DealMarket> {
    const clock = new ManualClock(START);
    const settings = { databaseUrl, poolSize: 8, logLevel: 'silent', production: false, clock, ...edges };
    const application = ApplicationModule.for({ ...settings, stateDir: '/nonexistent' });
    return new DealMarket(await Test.createTestingModule({ imports: [application] }).compile(), clock);
  }

  get db(): Db {
    return this.nest.get(Db);
  }
  today(): LocalDate {
    return dateOf(this.clock.now());
  }
  rows<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return query<Row>(this.db.reads, sql, params);
  }

  /** With a verified account for both purposes, unless said otherwise. */
  async member(capability: Capability, withAccount = true): Promise<Member> {
    const name = `${capability} ${++this.count}`;
    const { id } = await this.nest.get(OnboardOrganisation).execute(plain(operator()), {
      legalName: name,
      capabilities: [capability],
      identifiers: [{ scheme: 'LOCAL', value: `MEMBER/${this.count}` }],
    });
    const account = `6222${String(this.count).padStart(12, '0')}`;
    const member = { ...actorOf(id), account, name };
    if (withAccount) await this.account(member, account);
    return member;
  }

  async account(member: Member, accountNumber: string): Promise<string> {
    const { id } = await this.nest.get(ProposeAccount).execute(plain(member), member.organisationId, {
      accountNumber,
      holderName: member.name,
      bankName: '工商银行 Industrial Bank',
      bankCode: '102100099996',
      currency: 'CNY',
      purposes: ['payout', 'collection'],
    });
    await this.nest.get(DecideAccount).execute(plain(operator()), id, { decision: 'verified' });
    return id;
  }

  async limit(financier: Member, debtor: Member, limit = '100000000'): Promise<void> {
    const wish = { debtorId: debtor.organisationId, limit: yuan(limit) };
    await this.nest.get(SetLimit).execute(plain(financier), wish);
  }

  /** A confirmed receivable; its invoice number. */
  async receivable(supplier: Member, debtor: Member, payable: string, dueDate: string) {
    const shard = shardFor(supplier.organisationId);
    const [id, documentId] = [newId(shard), newId(shard)];
    const invoiceNumber = `INV-${String(++this.count).padStart(8, '0')}`;
    const at = this.clock.now();
    await this.rows(
      `insert into documents.document values ($1, $2, $3, 'a.xml', 'text/xml', 1, repeat('0', 64), $4)`,
      [documentId, supplier.organisationId, supplier.userId, at],
    );
    await this.rows('insert into receivables.invoice_claim values ($1, $2)', [invoiceNumber, id]);
    await this.rows(
      `insert into receivables.receivable (id, supplier_id, debtor_id, document_id, invoice_key, invoice_number,
         type_code, issue_date, due_date, currency, registered_amount, payable_amount, confirmed_amount, state,
         listed_at, answer_by, answered_at, version, created_at)
       values ($1, $2, $3, $4, $5, $5, '380', '2026-05-01', $6, 'CNY', $7, $7, $7, 'confirmed', $8, $9, $8, 2, $8)`,
      [
        ...[id, supplier.organisationId, debtor.organisationId, documentId, invoiceNumber, dueDate],
        ...[payable, at, dateOf(at)],
      ],
    );
    return { id, invoiceNumber, payable, dueDate };
  }

  async deal(
    supplier: Member,
    financier: Member,
    receivableIds: readonly string[],
    terms: {
      advanceRate?: string;
      rateAnnual?: string;
      recourse?: 'with' | 'without';
      surplusTo?: 'supplier' | 'financier';
      fees?: readonly { name: string; amount: ReturnType<typeof yuan> }[];
    } = {},
  ) {
    const request = await this.nest.get(OpenRequest).execute(plain(supplier), {
      receivables: receivableIds.map((receivableId) => ({ receivableId })),
      financierIds: [financier.organisationId],
    });
    const offer = await this.nest.get(MakeOffer).execute(plain(financier), {
      requestId: request.id,
      advanceRate: '0.8',
      rateAnnual: '0.06',
      recourse: 'with',
      validUntil: new Date(this.clock.now().getTime() + 86_400_000).toISOString(),
      ...terms,
    });
    return this.nest.get(AcceptOffer).execute(plain(supplier), offer.id);
  }

  waive(financier: Member, dealId: string) {
    return this.nest.get(RecordTitle).waive(plain(financier), dealId, 'Agreed with the credit committee');
  }
  instruct(financier: Actor, dealId: string, kind: PayoutKind = 'advance') {
    return this.nest.get(InstructPayout).execute(plain(financier), dealId, kind);
  }
  release(financier: Actor, payoutId: string) {
    return this.nest
      .get(CheckPayout)
      .execute(plain(colleagueOf(financier)), payoutId, { decision: 'release' });
  }

  /** Instructed and released. */
  async payout(financier: Member, dealId: string, kind: PayoutKind = 'advance'): Promise<PayoutShown> {
    return this.release(financier, (await this.instruct(financier, dealId, kind)).id);
  }

  /** A notification of the financier's bank, or a statement of its day. */
  file(financier: Member, told: readonly Told[], kind: 'camt.053' | 'camt.054' = 'camt.054'): Buffer {
    const message = {
      messageId: `M${newId(0).replaceAll('-', '').slice(0, 30)}`,
      createdAt: this.clock.now(),
      account: financier.account,
      ownerName: financier.name,
      currency: 'CNY',
      entries: told.map((one): WrittenEntry => ({
        bookingDate: this.today(),
        valueDate: this.today(),
        servicerReference: `S${++this.count}`,
        endToEndId: null,
        counterpartyName: null,
        counterpartyAccount: null,
        text: null,
        ...one,
        amount: yuan(one.amount),
      })),
    };
    const day = { from: this.today(), to: this.today(), openingBalance: yuan('5000000.00') };
    return Buffer.from(kind === 'camt.054' ? writeCamt054(message) : writeCamt053({ ...message, ...day }));
  }
  import(financier: Member, file: Buffer) {
    return this.nest.get(ReceiveStatement).execute(plain(financier), 'bank.xml', file);
  }
  tell(financier: Member, ...told: readonly Told[]) {
    return this.import(financier, this.file(financier, told));
  }
  paid({ amount, endToEndId }: PayoutShown): Told {
    return { amount: `-${amount.amount}`, endToEndId };
  }

  /** Accepted, waived, paid out, confirmed by the bank. */
  async funded(supplier: Member, financier: Member, receivableIds: readonly string[], terms = {}) {
    const deal = await this.deal(supplier, financier, receivableIds, terms);
    await this.waive(financier, deal.id);
    await this.tell(financier, this.paid(await this.payout(financier, deal.id)));
    return deal;
  }

  moveTo(date: string): void {
    this.clock.stepTo(new Date(`${localDate(date)}T02:00:00Z`));
  }
}

export const colleagueOf = (actor: Actor): Actor => ({ ...actor, userId: newId(0) });

function operator(): Actor {
  return { ...actorOf(newId(0)), scope: EVERYONE };
}

function actorOf(organisationId: string): Actor {
  return {
    ...WITHOUT_SIGN_IN,
    userId: newId(0),
    organisationId,
    roles: [],
    permissions: new Set(PERMISSIONS),
    scope: { organisations: [organisationId] },
    sessionId: 'test',
  };
}
