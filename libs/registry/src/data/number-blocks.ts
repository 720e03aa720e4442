// Hands out running numbers from blocks that this process has taken, so that no filing waits for a counter.
// The only file that queries registry.number_block.
import { AsyncResource } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant } from '#kernel';
import { CLOCK, Db, Log, query, type Tx } from '#platform';
import { BLOCK_SIZE, firstOfBlock } from '../domain/filing-number';

@Injectable()
export class NumberBlocks {
  private stock: number[] = [];
  private filling: Promise<void> | null = null;
  /** Made outside any transaction: what runs in it may open one of its own, wherever it is called. */
  private readonly outside = new AsyncResource('registry.number-blocks');

  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /**
   * Running numbers nobody else has. A transaction that finds the stock too small takes blocks of its own, which
   * come and go with it: it never waits for another connection, and a rolled back block was used by nobody.
   */
  async take(tx: Tx, count: number): Promise<number[]> {
    const enough = this.stock.length >= count;
    const taken = enough ? this.stock.splice(0, count) : await this.own(tx, count);
    if (this.stock.length < BLOCK_SIZE)
      this.refill().catch((error: unknown) => this.log.error(error, 'registry numbers'));
    return taken;
  }

  /** Takes a block for the process, in a transaction of its own; at most one at a time. */
  refill(): Promise<void> {
    this.filling ??= this.outside.runInAsyncScope(async () => {
      try {
        const numbers = await this.db.run((tx) => this.block(tx));
        this.stock.push(...numbers);
      } finally {
        this.filling = null;
      }
    });
    return this.filling;
  }

  private async own(tx: Tx, count: number): Promise<number[]> {
    const numbers: number[] = [];
    while (numbers.length < count) numbers.push(...(await this.block(tx)));
    return numbers.slice(0, count);
  }

  /** Two processes that want the same block at once: one of them waits, finds it taken, and wants the next. */
  private async block(tx: Tx): Promise<number[]> {
    for (;;) {
      const [row] = await query<{ block: string }>(
        tx,
        `insert into registry.number_block (block, taken_at)
         select coalesce(max(block), 0) + 1, $1 from registry.number_block
         on conflict (block) do nothing returning block`,
        [this.clock.now()],
      );
      if (!row) continue;
      const first = firstOfBlock(Number(row.block));
      invariant(Number.isSafeInteger(first), 'blocks are far from running out');
      return Array.from({ length: BLOCK_SIZE }, (_, offset) => first + offset);
    }
  }
}
