// Recomputes the log from the book of deeds and names what differs, the first bad leaf first.
import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type CheckpointRow, type KeyChangeRow, LogStore } from '../data/log.store';
import { LogVerifyStore, type Stray } from '../data/log-verify.store';
import { type Checkpoint, openCheckpoint } from '../domain/checkpoint';
import { openKeyChange } from '../domain/keys/key-change';
import type { Verifier } from '../domain/note';
import { Frontier, type StoredNode } from '../domain/tree';
import { badLeaf } from './bad-leaf';
import { KeyHistory } from './keys/key-history';
import { CosignatureCheck } from './witnesses/cosignature-check';
import { LOG_SETTINGS, type LogSettings } from './keys/log-key';

export interface LogFinding extends Stray {
  /** The last leaf it may be, where the first one alone cannot be told. */
  readonly through?: number;
}
export interface LogVerdict {
  readonly held: boolean;
  readonly treeSize: number;
  /** Base64; null for an empty log. */
  readonly root: string | null;
  readonly checkpoints: number;
  readonly firstBadLeaf: number | null;
  readonly findings: readonly LogFinding[];
}

const PAGE = 4_096;
const MOST_BAD_LEAVES = 100;

@Injectable()
export class LogVerify {
  constructor(
    private readonly store: LogStore,
    private readonly reading: LogVerifyStore,
    private readonly history: KeyHistory,
    private readonly cosignatures: CosignatureCheck,
    @Inject(LOG_SETTINGS) private readonly settings: LogSettings,
  ) {}

  /** @param notes checkpoints kept elsewhere, which the log must contain */
  async verify(on: Reads, notes: readonly string[] = []): Promise<LogVerdict> {
    const verifier = await this.history.verifier(on);
    const changes = await this.store.keyChanges(on);
    const newest = await this.store.checkpoint(on);
    const walk = new Walk(verifier, newest?.treeSize ?? 0);
    const kept = await readFile(this.settings.keptCheckpoint, 'utf8').catch(() => null);
    walk.expect(kept === null ? notes : [...notes, kept]);
    for (let from = 0; from < walk.size && !walk.ended; from += PAGE) {
      const to = Math.min(from + PAGE, walk.size);
      const leaves = await this.reading.leaves(on, from, to);
      const checkpoints = await this.reading.checkpoints(on, from, to);
      const nodes = walk.page(from, to, leaves, checkpoints);
      walk.compare(nodes, await this.store.nodes(on, nodes));
    }
    const wrongKeys = changes.flatMap((row) => {
      const problem = wrongKeyChange(row);
      return problem === null
        ? []
        : [{ book: 'audit.key_change', subject: row.toId, problem, leaf: row.treeSize }];
    });
    const others = [...(await this.cosignatures.findings(on)), ...(await this.reading.strays(on))];
    const findings = [...wrongKeys, ...walk.findings, ...others].sort(
      (a, b) => (a.leaf ?? Infinity) - (b.leaf ?? Infinity),
    );
    return {
      held: findings.length === 0,
      treeSize: walk.size,
      root: newest?.root.toString('base64') ?? null,
      checkpoints: walk.checkpoints,
      firstBadLeaf: findings[0]?.leaf ?? null,
      findings,
    };
  }
}

function wrongKeyChange({ note, fromId, toId, treeSize, at }: KeyChangeRow): string | null {
  const change = openKeyChange(note);
  if (!change) return 'the change of key is not signed by both keys';
  const same = change.from.id === fromId && change.to.id === toId && change.size === treeSize;
  return same && `${change.at.slice(0, -1)}000Z` === at ? null : 'the row differs from its signed note';
}

type Leaves = Awaited<ReturnType<LogVerifyStore['leaves']>>;

/** One pass over the log. It ends at the first hash that cannot be trusted: what follows would all look wrong. */
class Walk {
  readonly findings: LogFinding[] = [];
  readonly badLeaves = new Set<number>();
  ended = false;
  checkpoints = 0;
  private previous = 0;
  private readonly edge = Frontier.of(0, () => Buffer.alloc(0));
  private expected: Checkpoint[] = [];

  constructor(
    private readonly verifier: Verifier,
    readonly size: number,
  ) {}

  /** Checkpoints that were once given away. */
  expect(notes: readonly string[]): void {
    for (const note of notes) {
      const checkpoint = openCheckpoint(note, this.verifier);
      const subject = checkpoint ? String(checkpoint.size) : 'kept elsewhere';
      if (!checkpoint)
        this.find('audit.checkpoint', subject, 'the checkpoint kept elsewhere is not by this key');
      else if (checkpoint.size > this.size)
        this.find(
          'audit.checkpoint',
          subject,
          `the log was cut: it is known with ${subject} leaves`,
          this.size,
        );
      else this.expected.push(checkpoint);
    }
  }

  /** Answers the nodes that the leaves complete. */
  page(from: number, to: number, leaves: Leaves, checkpoints: readonly CheckpointRow[]): StoredNode[] {
    const nodes: StoredNode[] = [];
    const due = new Map(checkpoints.map((checkpoint) => [checkpoint.treeSize, checkpoint]));
    for (let index = from; index < to && !this.ended; index++) {
      const leaf = leaves[index - from];
      if (leaf?.leafIndex !== index) {
        this.find('audit.leaf', String(index), 'the leaf is missing', index);
        this.ended = true;
        break;
      }
      const wrong = badLeaf(leaf);
      if (wrong && this.badLeaves.size < MOST_BAD_LEAVES) {
        this.badLeaves.add(index);
        this.find('audit.leaf', `${index} (deed ${leaf.deedId})`, wrong, index);
      }
      nodes.push(...this.edge.append(leaf.hash));
      this.checkExpected();
      const checkpoint = due.get(this.edge.size);
      if (checkpoint) this.checkCheckpoint(checkpoint);
    }
    return nodes;
  }

  compare(computed: readonly StoredNode[], stored: readonly StoredNode[]): void {
    const found = new Map(stored.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
    for (const { level, index, hash } of computed) {
      const key = `${level}/${index}`;
      const [first, last] = [index * 2 ** level, (index + 1) * 2 ** level - 1];
      if (!found.has(key)) this.find('audit.node', key, 'the node is missing', first, last);
      else if (!found.get(key)?.equals(hash)) {
        this.findHash('audit.node', key, 'the leaves below make another hash', first, last);
        this.ended = true;
        return;
      }
    }
  }

  private checkCheckpoint(row: CheckpointRow): void {
    this.checkpoints++;
    const subject = String(row.treeSize);
    const [first, last] = [this.previous, row.treeSize - 1];
    const signed = openCheckpoint(row.note, this.verifier);
    const problem = signed
      ? this.wrongCheckpoint(row, signed)
      : 'the note is not signed by the key of the log';
    if (problem) this.find('audit.checkpoint', subject, problem, first, last);
    this.previous = row.treeSize;
    if (this.edge.root().equals(signed?.root ?? row.root)) return;
    this.findHash('audit.checkpoint', subject, 'the leaves make another root', first, last);
    this.ended = true;
  }

  private wrongCheckpoint(row: CheckpointRow, signed: Checkpoint): string | null {
    if (signed.size !== row.treeSize || !signed.root.equals(row.root))
      return 'the row differs from its signed note';
    if (`${signed.at.slice(0, -1)}000Z` !== row.at) return 'the time differs from that of its signed note';
    if (signed.previous !== row.previousSize) return 'the size before differs from that of its signed note';
    return signed.previous === this.previous ? null : `the checkpoint of size ${signed.previous} is missing`;
  }

  private checkExpected(): void {
    const here = this.expected.filter(({ size }) => size === this.edge.size);
    if (here.length === 0) return;
    this.expected = this.expected.filter(({ size }) => size !== this.edge.size);
    const root = this.edge.root();
    for (const { size } of here.filter((checkpoint) => !checkpoint.root.equals(root)))
      this.find(
        'audit.checkpoint',
        String(size),
        'the log differs from a checkpoint kept elsewhere',
        0,
        size - 1,
      );
  }

  /** A hash over several leaves says nothing new where one of them is known to be bad. */
  private findHash(book: string, subject: string, problem: string, first: number, last: number): void {
    const known = [...this.badLeaves].some((leaf) => leaf >= first && leaf <= last);
    if (!known) this.find(book, subject, problem, first, last);
  }

  private find(
    book: string,
    subject: string,
    problem: string,
    leaf: number | null = null,
    through = leaf,
  ): void {
    const range = leaf !== null && through !== null && through > leaf ? { through } : {};
    this.findings.push({ book, subject, problem, leaf, ...range });
  }
}
