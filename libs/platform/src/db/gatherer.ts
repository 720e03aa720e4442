// Hot paths gather: calls that arrive together are written by one set-based transaction.
// While a batch is in flight the next one gathers, so a lone call waits for nobody and a crowd shares one commit.
import { setTimeout as sleep } from 'node:timers/promises';
import { invariant } from '#kernel';
import type { Db, Tx } from './db';
import { isConnectionLoss } from './sql-state';

interface Waiting<Item, Verdict> {
  readonly item: Item;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
}
interface GathererOptions<Item, Verdict> {
  /** One verdict per item, in order. A refusal is a verdict, never a throw. */
  readonly execute: (tx: Tx, items: readonly Item[]) => Promise<readonly Verdict[]>;
  readonly maxItems?: number;
  readonly maxWaitMs?: number;
  /** How many batches may be in flight at once. */
  readonly lanes?: number;
}

export class Gatherer<Item, Verdict> {
  private waiting: Waiting<Item, Verdict>[] = [];
  private running = 0;
  private scheduled = false;

  constructor(
    private readonly db: Db,
    private readonly options: GathererOptions<Item, Verdict>,
  ) {}

  add(item: Item): Promise<Verdict> {
    return new Promise<Verdict>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => void this.pump());
  }

  private async pump(): Promise<void> {
    const { maxItems = 200, maxWaitMs = 2, lanes = 2 } = this.options;
    // Only under load is it worth waiting for company: the first caller of a quiet moment goes at once.
    if (this.running > 0 && this.waiting.length < maxItems) await sleep(maxWaitMs);
    this.scheduled = false;
    if (this.running >= lanes || this.waiting.length === 0) return;
    this.running++;
    try {
      await this.settle(this.waiting.splice(0, maxItems));
    } finally {
      this.running--;
      if (this.waiting.length > 0) this.schedule();
    }
  }

  /**
   * An unexpected error reruns the items singly, so that one poisonous item cannot fail its neighbours. After a lost
   * connection nothing is run again: the batch may have been committed, and then every item would be done twice.
   */
  private async settle(batch: readonly Waiting<Item, Verdict>[]): Promise<void> {
    try {
      const verdicts = await this.execute(batch);
      batch.forEach(({ resolve }, index) => resolve(verdicts[index] as Verdict));
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.settle([one]);
    }
  }

  private async execute(batch: readonly Waiting<Item, Verdict>[]): Promise<readonly Verdict[]> {
    const items = batch.map(({ item }) => item);
    const verdicts = await this.db.run((tx) => this.options.execute(tx, items));
    invariant(verdicts.length === items.length, 'a gatherer answers every item');
    return verdicts;
  }
}
