// The book read on, deed by deed, by whoever derives something from it and compares.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { DeedStore } from '../data/deed.store';
import type { RecordedDeed } from '../domain/deed';

const PAGE = 1000;

@Injectable()
export class DeedReader {
  constructor(private readonly deeds: DeedStore) {}

  /** In the order of their ids; a page at a time, so that the book need not fit into memory. */
  async *after(on: Reads, first: string, actions: readonly string[]): AsyncGenerator<RecordedDeed> {
    let after = first;
    let page: RecordedDeed[];
    do {
      page = await this.deeds.after(on, EVERYONE, { actions, after, take: PAGE });
      yield* page;
      after = page.at(-1)?.id ?? after;
    } while (page.length === PAGE);
  }
}
