// The one way to write: `db.run(async tx => ...)` opens a transaction, everyone else receives the `tx`.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { invariant } from '#kernel';
import { DataSource, EntityManager, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { asArrayText } from './array-text';
import { sqlState } from './sql-state';

declare const brand: unique symbol;
/** Whatever can read: an open transaction, or `db.reads` for screens. */
export type Reads = EntityManager;
/** An open transaction. Only `Db.run` can make one, so a method that asks for it cannot be called outside. */
export type Tx = EntityManager & { readonly [brand]: 'tx' };

/** Whether `Db` is guarded. */
export const GUARDED = Symbol('guarded transactions');
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

@Injectable()
export class Db {
  private readonly inside: AsyncLocalStorage<true> | null;
  private open = 0;

  /**
   * @param guarded refuses a transaction inside a transaction. It follows every promise of the process, which costs a
   *   seventh of the time of a request: tests are guarded, the processes that serve are not.
   */
  constructor(
    private readonly dataSource: DataSource,
    @Optional() @Inject(GUARDED) guarded = true,
  ) {
    this.inside = guarded ? new AsyncLocalStorage() : null;
  }

  /** Reads for screens need no transaction. */
  get reads(): Reads {
    return this.dataSource.manager;
  }

  /** How many transactions are open: a process that stops waits for zero. */
  get openCount(): number {
    return this.open;
  }

  /** Runs the closure in a fresh transaction, again from the start when PostgreSQL asks for a retry. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    invariant(!this.inside?.getStore(), 'db.run inside db.run');
    this.open++;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          const transact = () => this.dataSource.transaction((manager) => work(manager as Tx));
          return await (this.inside ? this.inside.run(true, transact) : transact());
        } catch (error) {
          if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw nameLoss(error);
          await sleep(Math.random() * 20 * attempt);
        }
      }
    } finally {
      this.open--;
    }
  }
}

/** When a connection ends between two statements, TypeORM lets go of it, and the next statement hears only of that. */
const nameLoss = (error: unknown): unknown =>
  error instanceof QueryRunnerAlreadyReleasedError
    ? new Error('Connection terminated between two statements.', { cause: error })
    : error;

/** The rows of any statement, also of `update ... returning`, whose plain answer in TypeORM has another shape. */
export async function query<Row>(on: Reads, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const own = on.queryRunner === undefined;
  const runner = on.queryRunner ?? on.dataSource.createQueryRunner();
  try {
    const { records } = await runner.query(sql, params.map(asArrayText), true);
    return records as Row[];
  } finally {
    if (own) await runner.release();
  }
}
