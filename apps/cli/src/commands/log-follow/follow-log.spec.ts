import { generateKeyPairSync } from 'node:crypto';
import {
  Frontier,
  leafHash,
  readSigner,
  signCheckpoint,
  signKeyChange,
  TILE_WIDTH,
  type TileKey,
  verifierLine,
  readVerifier,
} from '#audit/offline';
import { followLog, type LogSource } from './follow-log';

const makeKey = () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSigner('test/log', String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
};
const signer = makeKey();
const trusted = readVerifier(verifierLine(signer)) ?? signer;
const entriesOf = (size: number, story = 'deed') =>
  Array.from({ length: size }, (_, index) => Buffer.from(`${story} ${index}`));

function edgeOver(hashes: readonly Buffer[]): Frontier {
  const edge = Frontier.of(0, () => Buffer.alloc(0));
  for (const hash of hashes) edge.append(hash);
  return edge;
}

/** A log as a server would show it: these entries, signed as they are, or as others. */
function serve(entries: readonly Buffer[], signed = entries, by = signer, notes: string[] = []) {
  const edge = edgeOver(signed.map(leafHash));
  const [size, at] = [signed.length, '2026-11-22T01:00:00.000Z'];
  const note = signCheckpoint({ size, root: edge.root(), previous: 0, at }, by);
  const onLevel = (level: number): Buffer[] => {
    if (level === 0) return entries.map(leafHash);
    const below = onLevel(level - 1);
    return Array.from({ length: Math.floor(below.length / TILE_WIDTH) }, (_, index) =>
      edgeOver(below.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)).root(),
    );
  };
  const bundled = entries.map((entry) => Buffer.concat([Buffer.of(0, entry.length), entry]));
  const source: LogSource & { asked: TileKey[] } = {
    asked: [],
    checkpoint: () => Promise.resolve(note),
    keyChanges: () => Promise.resolve(notes),
    tile(key) {
      source.asked.push(key);
      const all = key.level === 'entries' ? bundled : onLevel(key.level);
      const from = key.index * TILE_WIDTH;
      return Promise.resolve(Buffer.concat(all.slice(from, from + key.width)));
    },
  };
  return { source, note };
}

const nothing = { kept: null, seen: [] };

describe('following a log', () => {
  it('reads it from the first leaf, then only what is new', async () => {
    const early = serve(entriesOf(1_000));
    expect(await followLog(early.source, trusted, nothing)).toMatchObject({ fault: null, entries: 1_000 });
    const late = serve(entriesOf(1_300));
    const known = { kept: early.note, seen: [] };
    expect(await followLog(late.source, trusted, known)).toMatchObject({ fault: null, entries: 300 });
    const bundles = late.source.asked.filter(({ level }) => level === 'entries');
    expect(bundles.map(({ index }) => index)).toEqual([3, 4, 5]);
    expect(await followLog(late.source, trusted, { kept: late.note, seen: [early.note] })).toMatchObject({
      fault: null,
      entries: 0,
    });
  });

  it.each([
    ['another story from the start', serve(entriesOf(1_300, 'tale')), 'the log forked'],
    [
      'one old leaf exchanged',
      serve(entriesOf(1_300).map((entry, index) => (index === 5 ? Buffer.from('x') : entry))),
      'the log forked',
    ],
    ['the end cut off', serve(entriesOf(999)), 'the log was cut'],
    ['another tree of the same size', serve(entriesOf(1_000, 'tale')), 'the log forked'],
    [
      'tiles that are not what was signed',
      serve(entriesOf(1_300, 'tale'), entriesOf(1_300)),
      'the log forked',
    ],
    [
      'the key of somebody else',
      serve(entriesOf(1_300), entriesOf(1_300), makeKey()),
      'not signed by the key',
    ],
  ])('finds %s', async (_, forked, fault) => {
    const known = { kept: serve(entriesOf(1_000)).note, seen: [] };
    const found = await followLog(forked.source, trusted, known);
    expect(found.fault).toContain(fault);
    expect(found.note).toBe(forked.note);
  });

  it('finds that somebody else was shown another log', async () => {
    const mine = serve(entriesOf(1_300));
    const theirs = serve(entriesOf(1_200, 'tale'));
    const known = { kept: null, seen: [theirs.note] };
    expect((await followLog(mine.source, trusted, known)).fault).toContain('the log forked');
  });

  it('finds entries that are not those of the tree', async () => {
    const { source, note } = serve(entriesOf(300));
    const lying: LogSource = {
      ...source,
      tile: (key) =>
        key.level === 'entries' ? serve(entriesOf(300, 'tale')).source.tile(key) : source.tile(key),
    };
    expect((await followLog(lying, trusted, nothing)).fault).toContain('make another root');
    const broken: LogSource = { ...source, tile: () => Promise.resolve(Buffer.from('no bundle')) };
    expect((await followLog(broken, trusted, nothing)).fault).toContain('malformed');
    expect((await followLog(broken, trusted, { kept: note, seen: [] })).fault).not.toBeNull();
  });

  it('goes along with a change of the key that the old one signed, and with no other', async () => {
    const next = makeKey();
    const change = signKeyChange(signer, next, 1_000, '2026-11-22T02:00:00.000Z');
    const renewed = serve(entriesOf(1_300), entriesOf(1_300), next, [change]);
    const known = { kept: serve(entriesOf(1_000)).note, seen: [] };
    expect((await followLog(renewed.source, trusted, known)).fault).toBeNull();
    const stolen = signKeyChange(makeKey(), next, 1_000, '2026-11-22T02:00:00.000Z');
    const taken = serve(entriesOf(1_300), entriesOf(1_300), next, [stolen]);
    expect((await followLog(taken.source, trusted, known)).fault).toContain('not signed by the key');
  });
});
