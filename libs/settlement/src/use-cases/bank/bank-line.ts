// The line to the bank in a process that works: asks for documents again and again, more slowly while the bank is away.
import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Log } from '#platform';
import { BANK_PORT, type BankPort } from '../../domain/bank-port';
import { ReadBank } from './read-bank';

const LONGEST_PAUSE_MS = 300_000;

@Injectable()
export class BankLine implements BeforeApplicationShutdown {
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly reading: ReadBank,
    @Inject(BANK_PORT) private readonly bank: BankPort | null,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** From here on this process reads, if there is a bank to read from. Several may: each document counts once. */
  start(): void {
    if (this.bank) this.running ??= this.run(this.bank.pauseMs);
  }

  /** What is being read is read to its end, before the connections to the database go. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(pauseMs: number): Promise<void> {
    const { signal } = this.stopping;
    let pause = pauseMs;
    while (!signal.aborted) {
      try {
        await this.reading.execute();
        pause = pauseMs;
      } catch (error) {
        this.log.error(error, 'the line to the bank');
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
