// Tasks whose time is over are overdue, which is what the person who opens the inbox sees first.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every } from '#platform';
import { EntryStore } from '../data/entry.store';

const MOST = 1000;

@Injectable()
export class MarkOverdue {
  constructor(
    private readonly db: Db,
    private readonly entries: EntryStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Every('inbox.mark-overdue', '*/10 * * * *')
  async execute(): Promise<void> {
    const now = this.clock.now();
    let marked = MOST;
    while (marked === MOST) marked = await this.db.run((tx) => this.entries.markOverdue(tx, now, MOST));
  }
}
