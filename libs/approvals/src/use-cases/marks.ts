// The marks of an organisation, remembered for at most a second: they are looked at before every deed that could wait.
import { Injectable } from '@nestjs/common';
import { wallMillis } from '#kernel';
import { Db } from '#platform';
import { MarkStore } from '../data/mark.store';
import type { Mark } from '../domain/mark';

const REMEMBERED_MS = 1000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly at: number;
  readonly marks: Promise<ReadonlyMap<string, Mark>>;
}

@Injectable()
export class Marks {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly db: Db,
    private readonly store: MarkStore,
  ) {}

  /** The mark in force; undefined when the deed need not wait. */
  async of(organisationId: string, command: string): Promise<Mark | undefined> {
    const known = this.remembered.get(organisationId);
    const fresh = known && Math.abs(wallMillis() - known.at) < REMEMBERED_MS;
    const marks = await (fresh ? known.marks : this.look(organisationId));
    const mark = marks.get(command);
    return mark?.active ? mark : undefined;
  }

  /** To be called after a change was committed. */
  forget(organisationId: string): void {
    this.remembered.delete(organisationId);
  }

  private look(organisationId: string): Remembered['marks'] {
    const marks = this.store
      .all(this.db.reads, { organisations: [organisationId] })
      .then((all) => new Map(all.map((mark) => [mark.command, mark])));
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(organisationId, { at: wallMillis(), marks });
    marks.catch(() => this.remembered.delete(organisationId));
    return marks;
  }
}
