// Stands between the folder and the bank that demonstrations play: takes what is laid into `out`, answers into `in`,
// and lets the bank's days pass with the clock. An order it has taken before it does not take again.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, isCurrency, money, todayOf } from '#kernel';
import { writeDurably } from '#platform';
import { writePain002 } from '#settlement';
import type { FakeBank, PaymentIn } from './fake-bank';
import { readOrders } from './pain001-orders';

const PAUSE_MS = 100;
/** What an account holds of which this bank hears for the first time: a demonstration shall not fail for want of it. */
export const PLENTY = '1000000000';
/** `till`: payments that debtors bring. */
const ROOMS = ['out', 'in', 'taken', 'till'] as const;

export class FolderClerk {
  private readonly stopping = new AbortController();
  private working: Promise<void> | null = null;
  private cursor: string | null = null;
  private answers = 0;

  /** @param series begins the names of the answers; a clerk that starts anew must not repeat them */
  constructor(
    private readonly folder: string,
    private readonly bank: FakeBank,
    private readonly clock: Clock,
    private readonly series: string,
    private readonly complain: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    for (const room of ROOMS) await mkdir(join(this.folder, room), { recursive: true });
    this.working ??= this.work();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.round().catch(this.complain);
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async round(): Promise<void> {
    this.bank.moveTo(todayOf(this.clock));
    for (const name of await this.filesIn('out')) await this.takeOrder(name);
    for (const name of await this.filesIn('till')) await this.takeCash(name);
    const { documents, cursor } = await this.bank.documentsSince(this.cursor);
    for (const { name, content } of documents) await writeDurably(join(this.folder, 'in', name), content);
    this.cursor = cursor;
  }

  private async takeOrder(name: string): Promise<void> {
    const [from, to] = [join(this.folder, 'out', name), join(this.folder, 'taken', name)];
    if (existsSync(to)) return rm(from, { force: true });
    const xml = await readFile(from, 'utf8');
    const { messageId, orders } = readOrders(xml);
    for (const { debtorAccount: account, debtorName: ownerName, amount } of orders ?? [])
      this.bank.open({ account, ownerName, balance: money(PLENTY, amount.currency) });
    const answer = await this.bank.submit({ id: messageId, xml });
    this.answers += 1;
    const id = `${this.series}A${String(this.answers).padStart(8, '0')}`;
    const report = writePain002(answer, id, this.clock.now());
    await writeDurably(join(this.folder, 'in', `${id}.pain.002.xml`), Buffer.from(report, 'utf8'));
    await rename(from, to);
  }

  private async takeCash(name: string): Promise<void> {
    const file = join(this.folder, 'till', name);
    const text = await readFile(file, 'utf8');
    await rm(file);
    const { ownerName, ...payment } = JSON.parse(text) as TillSlip;
    const { currency } = payment.amount;
    if (!isCurrency(currency)) throw new Error(`${currency} is no currency`);
    this.bank.open({ account: payment.account, ownerName, balance: money(PLENTY, currency) });
    this.bank.payIn({ ...payment, amount: money(payment.amount.amount, currency) });
  }

  private async filesIn(room: (typeof ROOMS)[number]): Promise<string[]> {
    const names = await readdir(join(this.folder, room));
    return names.filter((name) => /^[^.].*\.(?:xml|json)$/.test(name)).sort();
  }
}

/** A payment that a debtor brings to the till: to whose account, and what. */
export interface TillSlip extends PaymentIn {
  readonly ownerName: string;
}

/** Lays a debtor's payment down for the clerk. */
export async function payAtTill(folder: string, name: string, slip: TillSlip): Promise<void> {
  await mkdir(join(folder, 'till'), { recursive: true });
  await writeDurably(join(folder, 'till', `${name}.json`), Buffer.from(JSON.stringify(slip), 'utf8'));
}
