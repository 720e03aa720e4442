// One look at a log: that its newest checkpoint continues the one kept here, that its entries make its root, and that
// it holds the checkpoints others were given. A log that cannot show this has forked, and what it signed proves it.
import {
  type Checkpoint,
  completeSubtrees,
  consistencyPath,
  cosignaturesOn,
  edgesOf,
  followKeys,
  Frontier,
  isQuorum,
  leafHash,
  lookupIn,
  type NodeKey,
  openCheckpoint,
  type Policy,
  rangeHash,
  readBundle,
  refuteConsistency,
  storedRun,
  TILE_WIDTH,
  tileAt,
  tilePath,
  tilesOf,
  type Verifier,
} from '#audit/offline';
import type { LogSource as HttpSource } from './log-source';

/** What is read of a log. */
export type LogSource = Pick<HttpSource, 'checkpoint' | 'keyChanges' | 'tile' | 'witnessedCheckpoint'>;

export interface Followed {
  readonly origin: string;
  /** Null when the log is unsound. */
  readonly fault: string | null;
  readonly size: number;
  /** How many entries were read and hashed this time. */
  readonly entries: number;
  /** The checkpoint as it was signed. */
  readonly note: string;
  /** What witnesses cosigned; null where none were asked for. */
  readonly witnessed: Witnessed | null;
}
export interface Witnessed {
  readonly size: number;
  /** Names of the witnesses' keys. */
  readonly by: readonly string[];
}
export interface Known {
  /** The checkpoint kept from the last look; null at the first. */
  readonly kept: string | null;
  /** Checkpoints that others were given. */
  readonly seen: readonly string[];
  /** The witnesses that are trusted, and how many must have cosigned; null or left out: none. */
  readonly policy?: Policy | null;
}

/** @throws UnreachableLog */
export async function followLog(source: LogSource, trusted: Verifier, known: Known): Promise<Followed> {
  // Before the newest, which then is never behind it.
  const cosigned = known.policy ? await source.witnessedCheckpoint() : null;
  const note = await source.checkpoint();
  const before = known.kept === null ? [] : [known.kept];
  const verifier = await verifierOf(source, trusted, [
    note,
    ...known.seen,
    ...before,
    ...(cosigned === null ? [] : [cosigned]),
  ]);
  const newest = openCheckpoint(note, verifier);
  const answer = { origin: trusted.name, note, size: newest?.size ?? 0, entries: 0, witnessed: null };
  if (!newest) return { ...answer, fault: 'the checkpoint is not signed by the key of the log' };
  for (const earlier of [...before, ...known.seen]) {
    const fault = await refuteContinued(source, openCheckpoint(earlier, verifier), newest);
    if (fault !== null) return { ...answer, fault };
  }
  const kept = known.kept === null ? null : openCheckpoint(known.kept, verifier);
  const read = { ...answer, ...(await readEntries(source, kept, newest)) };
  if (!known.policy || read.fault !== null) return read;
  return { ...read, ...(await judgeWitnessed(source, known.policy, cosigned, verifier, newest)) };
}

/** Whoever shows another tree to the witnesses than to us is caught here. */
async function judgeWitnessed(
  source: LogSource,
  policy: Policy,
  cosigned: string | null,
  verifier: Verifier,
  newest: Checkpoint,
): Promise<Pick<Followed, 'witnessed' | 'fault'>> {
  const ids = new Set(
    cosignaturesOn(
      cosigned ?? '',
      policy.witnesses.map((one) => one.verifier),
    ).map(({ witnessId }) => witnessId),
  );
  const names = policy.witnesses.map((one) => one.verifier).filter(({ id }) => ids.has(id));
  const by = names.map(({ name }) => name);
  if (cosigned === null)
    return {
      witnessed: { size: 0, by },
      fault: isQuorum(policy, ids) ? null : 'no checkpoint is cosigned by a quorum of the witnesses',
    };
  const checkpoint = openCheckpoint(cosigned, verifier);
  const fault = await refuteContinued(source, checkpoint, newest);
  const witnessed = { size: checkpoint?.size ?? 0, by };
  if (fault !== null) return { witnessed, fault: `what the witnesses cosigned is another log: ${fault}` };
  const few = `the checkpoint of ${witnessed.size} leaves is cosigned by too few of the witnesses (${by.join(', ') || 'none'})`;
  return { witnessed, fault: isQuorum(policy, ids) ? null : few };
}

/** With the keys that the log has had, where the trusted one alone does not open what there is to open. */
async function verifierOf(source: LogSource, trusted: Verifier, notes: readonly string[]): Promise<Verifier> {
  if (notes.every((note) => openCheckpoint(note, trusted))) return trusted;
  const changes = await source.keyChanges();
  return (changes && followKeys(trusted, changes)) ?? trusted;
}

/** Null when the newest tree starts with the earlier one; the tiles are the log's, the roots are what it signed. */
async function refuteContinued(
  source: LogSource,
  older: Checkpoint | null,
  newest: Checkpoint,
): Promise<string | null> {
  if (!older) return 'a checkpoint known here is not by the key of the log';
  if (older.size > newest.size)
    return `the log was cut: it had ${older.size} leaves at ${older.at}, and states ${newest.size} now`;
  const ranges = consistencyPath(older.size, newest.size);
  const lookup = await lookupOf(source, ranges.flatMap(completeSubtrees), newest.size);
  const reason = refuteConsistency({
    size1: BigInt(older.size),
    size2: BigInt(newest.size),
    root1: older.root,
    root2: newest.root,
    proof: ranges.map((range) => rangeHash(range, lookup)),
  });
  if (reason === null) return null;
  return `the log forked: its tree of ${newest.size} leaves does not start with that of ${older.size} (${reason})`;
}

async function lookupOf(source: LogSource, keys: readonly NodeKey[], size: number) {
  const stored = keys.map(storedRun).flatMap(spread);
  const tiles = new Map<string, Buffer>();
  for (const tile of tilesOf(stored, size)) tiles.set(tilePath(tile), await source.tile(tile));
  return lookupIn(tiles, size);
}

const spread = ({ level, index, count }: NodeKey & { readonly count: number }): NodeKey[] =>
  Array.from({ length: count }, (_, at) => ({ level, index: index + at }));

/** From the kept checkpoint on, or from the first leaf: every entry is hashed, and together they make the root. */
async function readEntries(source: LogSource, kept: Checkpoint | null, newest: Checkpoint) {
  const from = kept?.size ?? 0;
  const lookup = await lookupOf(source, edgesOf(from).flatMap(spread), from);
  const edge = Frontier.of(from, lookup);
  if (kept && !edge.root().equals(kept.root))
    return { entries: 0, fault: `the log no longer shows the tree of ${from} leaves that it signed` };
  for (let at = from - (from % TILE_WIDTH); at < newest.size; at += TILE_WIDTH) {
    const tile = tileAt('entries', at / TILE_WIDTH, newest.size);
    const entries = tile && readBundle(await source.tile(tile), tile.width);
    if (!entries)
      return { entries: edge.size - from, fault: `the bundle of entries from leaf ${at} on is malformed` };
    for (const entry of entries.slice(edge.size - at)) edge.append(leafHash(entry));
  }
  const entries = edge.size - from;
  const holds = edge.root().equals(newest.root);
  return {
    entries,
    fault: holds ? null : `the entries from leaf ${from} on make another root than the log signed`,
  };
}
