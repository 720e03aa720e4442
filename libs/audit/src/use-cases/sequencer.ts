// Gives deeds their places in the log, in batches, and signs each new size. Any number of processes may run one:
// a transaction lock lets a single batch through at a time, and the order of leaves is the order of batches.
import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Clock, invariant } from '#kernel';
import { CLOCK, Db, Log, type Tx } from '#platform';
import { type CheckpointRow, type LeafRow, LogStore } from '../data/log.store';
import { openCheckpoint, signCheckpoint } from '../domain/checkpoint';
import { type DeedRow, hashOfLeaf, leafOf, SALT_BYTES } from '../domain/leaf';
import type { Signer } from '../domain/note';
import { KeyHistory } from './keys/key-history';
import { LOG_SETTINGS, type LogSettings } from './keys/log-key';
import { TreeReader } from './tree-reader';

const MOST_PER_BATCH = 2_000;
const PAUSE_MS = 100;
const PAUSE_AFTER_ERROR_MS = 1_000;

@Injectable()
export class Sequencer implements OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly db: Db,
    private readonly store: LogStore,
    private readonly tree: TreeReader,
    private readonly keys: KeyHistory,
    @Inject(LOG_SETTINGS) private readonly settings: LogSettings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** From here on this process sequences. @throws when there is no signing key */
  async start(): Promise<void> {
    await this.keys.signer();
    await mkdir(dirname(this.settings.keptCheckpoint), { recursive: true });
    this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One batch, if deeds wait and no other process is at it. Answers how many deeds got their place. */
  async sequence(): Promise<number> {
    if (!(await this.store.anyWaiting(this.db.reads))) return 0;
    const signer = await this.keys.signer();
    const batch = await this.db.run(async (tx) => {
      if (!(await this.store.lock(tx))) return null;
      const last = await this.store.checkpoint(tx);
      const deeds = await this.store.take(tx, MOST_PER_BATCH);
      if (deeds.length === 0) return null;
      return { note: await this.append(tx, last, deeds, signer), count: deeds.length };
    });
    if (!batch) return 0;
    await this.keep(batch.note);
    return batch.count;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = await this.sequence().then(
        (count) => (count >= MOST_PER_BATCH ? 0 : PAUSE_MS),
        (error: unknown) => {
          this.log.error(error, 'sequencing the log');
          return PAUSE_AFTER_ERROR_MS;
        },
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Nothing is signed that does not continue what was signed before. */
  private async append(
    tx: Tx,
    last: CheckpointRow | null,
    deeds: readonly DeedRow[],
    signer: Signer,
  ): Promise<string> {
    const size = last?.treeSize ?? 0;
    const edge = await this.tree.frontier(tx, size);
    if (last) {
      const verifier = await this.keys.verifier(tx);
      if (verifier.id !== signer.id || !openCheckpoint(last.note, verifier)) {
        this.keys.forget();
        throw new Error('The log is signed with another key; set LOG_KEY_FILE to it.');
      }
      invariant(edge.root().equals(last.root), 'the log differs from its last checkpoint; run "log verify"');
    }
    const salts = randomBytes(deeds.length * SALT_BYTES);
    const leaves = deeds.map((deed, index): LeafRow => {
      const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES);
      return { leafIndex: size + index, deedId: deed.id, salt, hash: hashOfLeaf(leafOf(deed, salt)) };
    });
    const nodes = leaves.flatMap(({ hash }) => edge.append(hash));
    const [treeSize, root, at] = [edge.size, edge.root(), this.clock.now().toISOString()];
    const note = signCheckpoint({ size: treeSize, root, previous: size, at }, signer);
    await this.store.addLeaves(tx, leaves);
    await this.store.addNodes(tx, nodes);
    await this.store.addCheckpoint(tx, { treeSize, previousSize: size, root, at, note });
    return note;
  }

  private async keep(note: string): Promise<void> {
    const draft = `${this.settings.keptCheckpoint}.${process.pid}`;
    await writeFile(draft, note);
    await rename(draft, this.settings.keptCheckpoint);
  }
}
