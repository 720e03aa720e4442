// Work that happens later. A job is enqueued inside the transaction that causes it: both are stored, or neither.
// pg-boss keeps the queues; it runs on our own pool and its schema is made by our migrations, never at start.
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { invariant } from '#kernel';
import PgBoss from 'pg-boss';
import { DataSource, type QueryRunner } from 'typeorm';
import { query, type Reads, type Tx } from '../db/db';
import { Log } from '../logs/log';
import { PARKED, requiredQueues } from './queues';

interface Job {
  readonly queue: string;
  readonly data: object;
}
type JobHandler = (data: object) => Promise<void>;

const TIME_ZONE = 'Asia/Shanghai';
const BATCH = 50;
const POLL_MS = 500;
/** Less than the quarter of an hour after which pg-boss gives a job to another process. */
const PATIENCE_MS = 600_000;
const STOP_PATIENCE_MS = 10_000;

@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  private readonly lines: Promise<void>[] = [];
  private working = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(Log) private readonly log: Log,
  ) {
    // Each queue waits on it, and there are as many as the libraries declare.
    setMaxListeners(0, this.stopping.signal);
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

  /** What still waits in a queue, or could not be done. */
  async waiting(on: Reads, queue: string): Promise<object[]> {
    const rows = await query<{ data: object }>(
      on,
      `select data from jobs.job where name = $1 and state <> 'completed'`,
      [queue],
    );
    return rows.map(({ data }) => data);
  }

  /** From here on this process takes jobs. */
  async startWorking(): Promise<void> {
    this.working = true;
    await this.boss.start();
  }

  /**
   * Takes the jobs of a queue until the process stops. Each is settled by itself: one that fails neither holds up nor
   * repeats its neighbours, and a database that is away for a while is asked again.
   */
  work(queue: string, handler: JobHandler): void {
    this.lines.push(this.line(queue, handler));
  }

  private async line(queue: string, handler: JobHandler): Promise<void> {
    const { signal } = this.stopping;
    const isStopping = () => signal.aborted;
    while (!isStopping()) {
      // pg-boss answers an empty list while the database is away.
      const jobs = await this.boss.fetch<object>(queue, { batchSize: BATCH });
      for (const job of jobs) await this.settle(queue, job, isStopping() ? putBack : handler);
      if (jobs.length < BATCH) await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async settle(queue: string, { id, data }: PgBoss.Job, handler: JobHandler): Promise<void> {
    const late = new AbortController();
    try {
      const patience = sleep(PATIENCE_MS, undefined, { signal: late.signal });
      await Promise.race([handler(data), patience.then(() => Promise.reject(new Error(`${queue} hangs`)))]);
      await this.boss.complete(queue, id);
    } catch (error) {
      this.log.error(error, queue);
      // When not even that can be written down, pg-boss gives the job out again after a quarter of an hour.
      await this.boss.fail(queue, id, reasonOf(error)).catch(() => undefined);
    } finally {
      late.abort();
    }
  }

  async schedule(queue: string, cron: string): Promise<void> {
    await this.boss.schedule(queue, cron, {}, { tz: TIME_ZONE });
  }

  /** After the last request and before the connection pool goes: running jobs are finished and marked. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.working) return;
    this.stopping.abort();
    const patience = sleep(STOP_PATIENCE_MS, undefined, { ref: false });
    await Promise.race([Promise.all(this.lines), patience]);
    await this.boss.stop({ graceful: true, wait: true, timeout: STOP_PATIENCE_MS });
  }
}

/** A process that stops gives the rest of its batch to the others at once. */
const putBack: JobHandler = () => Promise.reject(new Error('the process stopped before this job'));

/** What an operator reads beside a parked job. */
const reasonOf = (error: unknown): object =>
  error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };

/** The structured answer always has the rows; the plain one of TypeORM differs between SELECT and UPDATE. */
async function rows(runner: QueryRunner, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const { records } = await runner.query(text, values, true);
  return { rows: records };
}
