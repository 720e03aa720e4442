import { generateKeyPairSync } from 'node:crypto';
import {
  cosign,
  Frontier,
  leafHash,
  openNote,
  readPolicy,
  readSigner,
  type Signer,
  signCheckpoint,
  signKeyChange,
  TILE_WIDTH,
  type TileKey,
  verifierLine,
  readVerifier,
} from '#audit/offline';
import { followLog, type LogSource } from './follow-log';

const makeKey = (name = 'test/log', kind: 'note' | 'cosignature' = 'note') => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSigner(name, String(privateKey.export({ type: 'pkcs8', format: 'pem' })), kind);
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
    witnessedCheckpoint: () => Promise.resolve(null),
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

  describe('with witnesses', () => {
    const [witness, other] = ['w', 'v'].map((name) => makeKey(name, 'cosignature'));
    const policy = readPolicy(
      [witness, other]
        .map((one, index) => `witness w${index} ${one ? verifierLine(one, 'cosignature') : ''}`)
        .concat('group all all w0 w1', 'quorum all')
        .join('\n'),
    );
    const mine = serve(entriesOf(300));
    const cosigned = (note: string, ...by: (Signer | undefined)[]) =>
      by.reduce((all, one) => (one ? all + cosign(openNote(note, signer) ?? '', one, 7) : all), note);
    const look = (witnessed: string | null) =>
      followLog({ ...mine.source, witnessedCheckpoint: () => Promise.resolve(witnessed) }, trusted, {
        ...nothing,
        policy,
      });

    it('says what they cosigned', async () => {
      const early = serve(entriesOf(200)).note;
      expect(await look(cosigned(early, witness, other))).toMatchObject({
        fault: null,
        size: 300,
        witnessed: { size: 200, by: ['w', 'v'] },
      });
    });

    it.each([
      ['too few cosigned', cosigned(mine.note, witness), 'by too few of the witnesses (w)'],
      [
        'nobody trusted cosigned',
        cosigned(mine.note, makeKey('w', 'cosignature')),
        'too few of the witnesses (none)',
      ],
      ['none is served', null, 'no checkpoint is cosigned'],
      [
        'they were shown another log',
        cosigned(serve(entriesOf(200, 'tale')).note, witness, other),
        'what the witnesses cosigned is another log',
      ],
      [
        'they were shown more than is served',
        cosigned(serve(entriesOf(400)).note, witness, other),
        'the log was cut',
      ],
    ])('finds that %s', async (_, witnessed, fault) => {
      expect((await look(witnessed)).fault).toContain(fault);
    });
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
