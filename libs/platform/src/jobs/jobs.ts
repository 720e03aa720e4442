// Work that happens later. A job is enqueued inside the transaction that causes it: both are stored, or neither.
// pg-boss keeps the queues; it runs on our own pool and its schema is made by our migrations, never at start.
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { invariant } from '#kernel';
import PgBoss from 'pg-boss';
import { DataSource, type QueryRunner } from 'typeorm';
import { query, type Tx } from '../db/db';
import { Log } from '../logs/log';
import { PARKED, requiredQueues } from './queues';

export interface Job {
  readonly queue: string;
  readonly data: object;
}
export type JobHandler = (data: object) => Promise<void>;

const TIME_ZONE = 'Asia/Shanghai';
const POLL_SECONDS = 0.5;

@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly boss: PgBoss;
  private working = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(Log) private readonly log: Log,
  ) {
    const executeSql: PgBoss.Db['executeSql'] = async (text, values) => {
      const runner = dataSource.createQueryRunner();
      try {
        return await rows(runner, text, values);
      } finally {
        await runner.release();
      }
    };
    this.boss = new PgBoss({ db: { executeSql }, schema: 'jobs', migrate: false });
    this.boss.on('error', (error) => this.log.error(error, 'jobs'));
  }

  /** @throws when a queue is missing: pg-boss would drop its jobs without a word. */
  async assertQueues(): Promise<void> {
    const found = await query<{ name: string }>(this.dataSource.manager, 'select name from jobs.queue');
    const names = new Set(found.map(({ name }) => name));
    const missing = requiredQueues().filter(({ name }) => !names.has(name));
    invariant(
      missing.length === 0,
      `queues are missing, run "db migrate": ${missing.map((q) => q.name).join()}`,
    );
  }

  async enqueue(tx: Tx, jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    const runner = tx.queryRunner;
    invariant(runner?.isTransactionActive, 'jobs are enqueued inside a transaction');
    const inserts = jobs.map(({ queue, data }) => ({
      name: queue,
      data,
      retryLimit: 10,
      retryDelay: 1,
      retryBackoff: true,
      deadLetter: PARKED,
    }));
    await this.boss.insert(inserts, { db: { executeSql: (text, values) => rows(runner, text, values) } });
  }

  /** From here on this process takes jobs. */
  async startWorking(): Promise<void> {
    this.working = true;
    await this.boss.start();
  }

  async work(queue: string, handler: JobHandler): Promise<void> {
    const options = { batchSize: 50, pollingIntervalSeconds: POLL_SECONDS };
    await this.boss.work<object>(queue, options, async (jobs) => {
      for (const job of jobs) await handler(job.data);
    });
  }

  async schedule(queue: string, cron: string): Promise<void> {
    await this.boss.schedule(queue, cron, {}, { tz: TIME_ZONE });
  }

  /** After the last request and before the connection pool goes: running jobs are finished and marked. */
  async onApplicationShutdown(): Promise<void> {
    if (this.working) await this.boss.stop({ graceful: true, wait: true, timeout: 10_000 });
  }
}

/** The structured answer always has the rows; the plain one of TypeORM differs between SELECT and UPDATE. */
async function rows(runner: QueryRunner, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const { records } = await runner.query(text, values, true);
  return { rows: records };
}
