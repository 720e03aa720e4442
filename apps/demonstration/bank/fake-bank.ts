// A bank in memory that behaves as real ones do: it delays, rejects and returns payments, tells of a movement twice or
// in the wrong order. What it says always adds up, for its seed decides when it speaks and never what an account holds.
// The demonstrations need it as much as the tests do, and an application may not depend on tests: so it lives here.
import {
  addDays,
  addMoney,
  compareDates,
  compareMoney,
  isPositive,
  type LocalDate,
  type Money,
  negateMoney,
  subtractMoney,
  zero,
} from '#kernel';
import {
  type BankAck,
  type BankDocument,
  type BankMessage,
  type BankPort,
  type BankReason,
  type PaymentAck,
  type WrittenEntry,
  writeCamt053,
  writeCamt054,
} from '#settlement';
import { type Order, readOrders } from './pain001-orders';

export interface FakeAccount {
  readonly account: string;
  readonly ownerName: string;
  readonly balance: Money;
}

export interface FakeDocument extends BankDocument {
  readonly kind: 'camt.053' | 'camt.054';
  readonly xml: string;
}

/** Shares between 0 and 1 of what goes wrong; all 0 is a bank without faults. */
export interface Misbehaviour {
  readonly seed: number;
  /** Payments rejected at once. */
  readonly rejects: number;
  /** Payments that are paid and come back one to three days later. */
  readonly returns: number;
  /** Payments that are paid, and notifications that arrive, one to three days late. */
  readonly delays: number;
  /** Notifications that arrive twice. */
  readonly doubles: number;
  /** Collections of documents that arrive shuffled. */
  readonly reorders: number;
}

export interface PaymentIn {
  readonly account: string;
  readonly amount: Money;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly text: string;
  readonly endToEndId?: string;
}

interface Book {
  readonly account: string;
  readonly ownerName: string;
  opening: Money;
  balance: Money;
  reserved: Money;
  today: WrittenEntry[];
}

type Movement = Pick<
  WrittenEntry,
  'amount' | 'endToEndId' | 'counterpartyName' | 'counterpartyAccount' | 'text'
> &
  Pick<Partial<WrittenEntry>, 'returnReason'>;

interface Due {
  readonly on: LocalDate;
  readonly act: () => void;
}

const REJECTIONS: readonly BankReason[] = [
  { code: 'AC01', text: 'Incorrect account number' },
  { code: 'AC04', text: 'Closed account number' },
  { code: 'AC06', text: 'Blocked account' },
  { code: 'BE01', text: 'Account number and name do not agree' },
];
const FAULTLESS: Misbehaviour = { seed: 1, rejects: 0, returns: 0, delays: 0, doubles: 0, reorders: 0 };

export class FakeBank implements BankPort {
  readonly pauseMs = 50;
  private readonly books = new Map<string, Book>();
  private readonly acks = new Map<string, { readonly xml: string; readonly ack: BankAck }>();
  private readonly refusals: BankReason[] = [];
  private readonly arrived: FakeDocument[] = [];
  private waiting: FakeDocument[] = [];
  private dues: Due[] = [];
  private day: LocalDate;
  private readonly faults: Misbehaviour;
  private randomState: number;
  private serial = 0;
  private movements = 0;
  private told = 0;

  /** @param series begins the references and message ids; a bank that starts anew must not repeat them */
  constructor(
    accounts: readonly FakeAccount[],
    today: LocalDate,
    faults: Partial<Misbehaviour> = {},
    private readonly series = 'FB',
  ) {
    this.day = today;
    this.faults = { ...FAULTLESS, ...faults };
    this.randomState = this.faults.seed;
    for (const account of accounts) this.open(account);
  }

  /** An account that is known keeps what it holds. */
  open({ account, ownerName, balance }: FakeAccount): void {
    if (this.books.has(account)) return;
    this.books.set(account, {
      ...{ account, ownerName, balance },
      opening: balance,
      reserved: zero(balance.currency),
      today: [],
    });
  }

  /** Movements of all accounts, and how often they were told in all. */
  get tally(): { readonly movements: number; readonly told: number } {
    return { movements: this.movements, told: this.told };
  }

  /** The next payment is rejected for this reason, whatever the shares say. */
  refuseNext(reason: BankReason): void {
    this.refusals.push(reason);
  }

  get today(): LocalDate {
    return this.day;
  }

  balanceOf(account: string): Money {
    return this.book(account).balance;
  }

  async submit({ xml: pain001 }: BankMessage): Promise<BankAck> {
    const read = readOrders(pain001);
    const { messageId } = read;
    const known = this.acks.get(messageId);
    if (known?.xml === pain001) return known.ack;
    if (known !== undefined) return rejected(messageId, { code: 'DU01', text: 'Message id is a duplicate' });
    const ack = read.orders === null ? rejected(messageId, read.reason) : this.take(messageId, read.orders);
    if (messageId !== '') this.acks.set(messageId, { xml: pain001, ack });
    return ack;
  }

  async documentsSince(
    cursor: string | null,
  ): Promise<{ readonly documents: readonly FakeDocument[]; readonly cursor: string }> {
    this.deliver();
    const from = cursor === null ? 0 : Number(cursor);
    return { documents: this.arrived.slice(from), cursor: String(this.arrived.length) };
  }

  /** Somebody at another bank pays into an account here. */
  payIn({ account, amount, payerName, payerAccount, text, endToEndId }: PaymentIn): void {
    this.move(account, {
      amount,
      endToEndId: endToEndId ?? null,
      counterpartyName: payerName,
      counterpartyAccount: payerAccount,
      text,
    });
  }

  /** Ends days until it is that day. */
  moveTo(day: LocalDate): void {
    while (compareDates(this.day, day) < 0) this.endOfDay();
  }

  /** Closes the day with a statement for each account on which something moved, then begins the next with what has become due. */
  endOfDay(): LocalDate {
    for (const book of this.books.values()) {
      if (book.today.length === 0) continue;
      const xml = writeCamt053({
        ...this.message(book),
        from: this.day,
        to: this.day,
        openingBalance: book.opening,
        entries: book.today,
      });
      this.tell('camt.053', xml, book.today.length);
      book.opening = book.balance;
      book.today = [];
    }
    this.deliver();
    this.day = addDays(this.day, 1);
    const due = this.dues.filter(({ on }) => compareDates(on, this.day) <= 0);
    this.dues = this.dues.filter(({ on }) => compareDates(on, this.day) > 0);
    for (const { act } of due) act();
    return this.day;
  }

  private take(messageId: string, orders: readonly Order[]): BankAck {
    const payments = orders.map((order): PaymentAck => {
      const reason = this.refusal(order);
      if (reason === null) this.schedule(order);
      return { endToEndId: order.endToEndId, status: reason === null ? 'accepted' : 'rejected', reason };
    });
    const accepted = payments.filter(({ status }) => status === 'accepted').length;
    const status = accepted === payments.length ? 'accepted' : accepted > 0 ? 'partly_accepted' : 'rejected';
    return { messageId, status, reason: null, payments };
  }

  private refusal({ amount, debtorAccount }: Order): BankReason | null {
    const book = this.books.get(debtorAccount);
    if (book === undefined) return { code: 'AC02', text: 'Debtor account number is invalid' };
    if (book.balance.currency !== amount.currency) return { code: 'AM03', text: 'Currency is not allowed' };
    if (!isPositive(amount)) return { code: 'AM01', text: 'Amount is zero' };
    if (compareMoney(subtractMoney(book.balance, book.reserved), amount) < 0)
      return { code: 'AM04', text: 'Insufficient funds' };
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return refusal;
    return this.happens(this.faults.rejects) ? (REJECTIONS[this.below(REJECTIONS.length)] ?? null) : null;
  }

  private schedule(order: Order): void {
    const book = this.book(order.debtorAccount);
    book.reserved = addMoney(book.reserved, order.amount);
    const asked = compareDates(order.requestedDate, this.day) > 0 ? order.requestedDate : this.day;
    this.at(addDays(asked, this.lateness()), () => this.pay(order));
  }

  private pay(order: Order): void {
    const { amount, debtorAccount, debtorName, creditorAccount, creditorName, endToEndId, text } = order;
    const book = this.book(debtorAccount);
    book.reserved = subtractMoney(book.reserved, amount);
    const out = {
      endToEndId,
      text,
      counterpartyName: creditorName,
      counterpartyAccount: creditorAccount,
    };
    this.move(debtorAccount, { ...out, amount: negateMoney(amount) });
    const creditor = this.books.get(creditorAccount);
    if (creditor !== undefined && creditor.balance.currency === amount.currency)
      this.payIn({
        account: creditorAccount,
        amount,
        payerName: debtorName,
        payerAccount: debtorAccount,
        text,
        endToEndId,
      });
    else if (this.happens(this.faults.returns))
      this.at(addDays(this.day, 1 + this.below(3)), () => {
        this.move(debtorAccount, { ...out, amount, returnReason: 'AC04' });
      });
  }

  private move(account: string, movement: Movement): void {
    const book = this.book(account);
    this.serial += 1;
    this.movements += 1;
    const entry: WrittenEntry = {
      ...movement,
      bookingDate: this.day,
      valueDate: this.day,
      servicerReference: `${this.series}${String(this.serial).padStart(10, '0')}`,
    };
    book.balance = addMoney(book.balance, movement.amount);
    book.today.push(entry);
    const tell = (): void => {
      this.tell('camt.054', writeCamt054({ ...this.message(book), entries: [entry] }), 1);
    };
    this.at(addDays(this.day, this.lateness()), tell);
    if (this.happens(this.faults.doubles)) this.at(addDays(this.day, this.lateness()), tell);
  }

  private at(on: LocalDate, act: () => void): void {
    if (compareDates(on, this.day) <= 0) act();
    else this.dues.push({ on, act });
  }

  private message({ account, ownerName, balance }: Book) {
    this.serial += 1;
    const messageId = `${this.series}M${String(this.serial).padStart(10, '0')}`;
    return {
      messageId,
      account,
      ownerName,
      currency: balance.currency,
      createdAt: new Date(`${this.day}T10:00:00Z`),
    };
  }

  private tell(kind: FakeDocument['kind'], xml: string, movements: number): void {
    this.serial += 1;
    this.told += movements;
    const name = `${this.series}${String(this.serial).padStart(10, '0')}.${kind}.xml`;
    this.waiting.push({ kind, name, xml, content: Buffer.from(xml, 'utf8') });
  }

  private deliver(): void {
    if (this.happens(this.faults.reorders))
      for (let place = this.waiting.length - 1; place > 0; place -= 1) {
        const other = this.below(place + 1);
        const [one, two] = [this.waiting[place], this.waiting[other]];
        if (one !== undefined && two !== undefined) [this.waiting[place], this.waiting[other]] = [two, one];
      }
    this.arrived.push(...this.waiting);
    this.waiting = [];
  }

  private book(account: string): Book {
    const book = this.books.get(account);
    if (book === undefined) throw new Error(`no account ${account} at this bank`);
    return book;
  }

  private lateness(): number {
    return this.happens(this.faults.delays) ? 1 + this.below(3) : 0;
  }

  private happens(share: number): boolean {
    return share > 0 && this.below(1_000_000) < share * 1_000_000;
  }

  /** A whole number from 0 below `limit`, from a linear congruential sequence (Numerical Recipes). */
  private below(limit: number): number {
    this.randomState = (Math.imul(this.randomState, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.randomState / 2 ** 32) * limit);
  }
}

function rejected(messageId: string, reason: BankReason): BankAck {
  return { messageId, status: 'rejected', reason, payments: [] };
}
