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

/** From here on a level is small enough to stay in memory: 40,000 nodes over 10 million leaves. */
const UPPER_LEVEL = 8;
const MOST_KEPT = 65_536;

@Injectable()
export class TreeReader {
  private readonly upper = new Map<string, Buffer>();

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
    const found = new Map<string, Buffer>();
    const missing = new Map<string, NodeKey>();
    for (const { level, index, count } of runs)
      for (let at = index; at < index + count; at++) {
        const key = `${level}/${at}`;
        const known = this.upper.get(key);
        if (known) found.set(key, known);
        else missing.set(key, { level, index: at });
      }
    for (const { level, index, hash } of await this.store.nodes(on, [...missing.values()])) {
      found.set(`${level}/${index}`, hash);
      if (level >= UPPER_LEVEL) this.keep(`${level}/${index}`, hash);
    }
    return (level, index) => {
      const hash = found.get(`${level}/${index}`);
      invariant(hash, `the log lacks the hash at level ${level}, index ${index}; run "log verify"`);
      return hash;
    };
  }

  /** A node that is complete never changes. The oldest gives way. */
  private keep(key: string, hash: Buffer): void {
    const [oldest] = this.upper.size >= MOST_KEPT ? this.upper.keys() : [];
    if (oldest !== undefined) this.upper.delete(oldest);
    this.upper.set(key, hash);
  }
}
