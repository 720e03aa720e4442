// Gets from the database the few stored hashes that a proof or the right edge needs.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import type { Reads } from '#platform';
import { LogStore } from '../data/log.store';
import {
  completeSubtrees,
  edgesOf,
  Frontier,
  type Lookup,
  type NodeKey,
  type Range,
  rangeHash,
  storedRun,
} from '../domain/tree';

type Run = NodeKey & { readonly count: number };

@Injectable()
export class TreeReader {
  constructor(private readonly store: LogStore) {}

  /** The roots of these subtrees, by one query. */
  async hashes(on: Reads, ranges: readonly Range[]): Promise<Buffer[]> {
    const lookup = await this.lookup(on, ranges.flatMap(completeSubtrees).map(storedRun));
    return ranges.map((range) => rangeHash(range, lookup));
  }

  async frontier(on: Reads, size: number): Promise<Frontier> {
    return Frontier.of(size, await this.lookup(on, edgesOf(size)));
  }

  private async lookup(on: Reads, runs: readonly Run[]): Promise<Lookup> {
    const keys = runs.flatMap(({ level, index, count }) =>
      Array.from({ length: count }, (_, offset) => ({ level, index: index + offset })),
    );
    const found = new Map<string, Buffer>();
    for (const { level, index, hash } of await this.store.nodes(on, keys))
      found.set(`${level}/${index}`, hash);
    return (level, index) => {
      const hash = found.get(`${level}/${index}`);
      invariant(hash, `the log lacks the hash at level ${level}, index ${index}; run "log verify"`);
      return hash;
    };
  }
}
