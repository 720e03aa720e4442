// The tasks that deeds ask for, rebuilt from the book of deeds and compared with those that wait. What the inbox has not
// heard of yet is no finding.
import { Injectable } from '@nestjs/common';
import { deedFollowed, DeedReader } from '#audit';
import { EVERYONE, Events, type Reads } from '#platform';
import { AskedStore } from '../data/asked.store';
import { EntryStore } from '../data/entry.store';
import { DEED_NEWS, newsOf } from '../domain/news/deed-news';
import { StandingTasks, type TaskFinding } from '../domain/news/standing-tasks';

/** An id below every other. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class InboxVerify {
  constructor(
    private readonly deeds: DeedReader,
    private readonly events: Events,
    private readonly entries: EntryStore,
    private readonly asked: AskedStore,
  ) {}

  async verify(on: Reads): Promise<TaskFinding[]> {
    const tasks = new StandingTasks();
    const first = (await this.asked.followedAfter(on, EVERYONE)) ?? BEFORE_ALL;
    for await (const deed of this.deeds.after(on, first, Object.keys(DEED_NEWS))) tasks.take(newsOf(deed));
    for (const { details, deedId: id, ...fact } of await this.events.unheard(
      on,
      deedFollowed,
      'WhenDeedDone',
    ))
      tasks.unheard(newsOf({ ...fact, id, details: JSON.parse(details) as Record<string, unknown> }));
    const waiting = await this.entries.waiting(on, EVERYONE);
    return tasks.compare(waiting.filter(({ kind }) => OF_DEEDS.has(kind)));
  }
}

/** Kinds that deeds end; the others come from events of their own. */
const OF_DEEDS: ReadonlySet<string> = new Set(
  Object.keys(DEED_NEWS).flatMap((action) =>
    newsOf({
      action,
      id: '',
      subjectId: '',
      userId: '',
      organisationId: '',
      visibleTo: [],
      details: {},
    }).endings.map(({ kind }) => kind),
  ),
);
