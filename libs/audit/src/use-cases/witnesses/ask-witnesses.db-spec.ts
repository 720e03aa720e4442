import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ManualClock, newId } from '#kernel';
import { dataSourceOptions, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { type FakeWitness, type Misbehaviour, startWitness } from '../../../../../test/support/fakes/witness';
import { openCheckpoint } from '../../domain/checkpoint';
import { readVerifier } from '../../domain/note';
import { refuteReceipt } from '../../domain/receipt';
import { cosign, cosignaturesOn } from '../../domain/witnesses/cosignature';
import { logParts, type LogParts } from '../../testing/log-parts';

describe('the witnesses of the log', () => {
  let database: TestDatabase;
  let app: DataSource;
  let db: Db;
  let folder: string;
  let log: LogParts;
  let [one, two, three]: FakeWitness[] = [];
  const clock = new ManualClock(new Date('2026-11-22T01:00:00Z'));

  const grow = async () => {
    const subjectId = newId(1);
    const [subjectType, action] = ['test.thing', 'test.thing_done'];
    const deed = { action, subjectType, subjectId, subjectVersion: 1, details: {} };
    await db.run((tx) => log.audit.record(tx, { userId: null, organisationId: null }, [deed]));
    await log.sequencer.sequence();
    return subjectId;
  };
  const all = () => [one, two, three].filter((witness) => witness !== undefined);
  const cosignersOf = (note: string) =>
    cosignaturesOn(
      note,
      all().map(({ signer }) => signer),
    ).map(({ witnessId }) => witnessId);
  const stateOf = async (witness: FakeWitness | undefined) =>
    (await log.witnessed.states()).find(({ key }) => key === witness?.key);

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource(dataSourceOptions(database.appUrl, {}, 8)).initialize();
    db = new Db(app);
    folder = mkdtempSync(join(tmpdir(), 'youquan-witness-'));
    const signer = await logParts(db, clock, folder).key.signer();
    [one, two, three] = await Promise.all(
      ['a', 'b', 'c'].map((name) => startWitness(`${name}.test`, [signer])),
    );
    const lines = all().map(({ key, url }, index) => `witness w${index} ${key} ${url}/`);
    const witnessFile = join(folder, 'witnesses');
    writeFileSync(witnessFile, [...lines, 'group two 2 w0 w1 w2', 'quorum two', ''].join('\n'));
    log = logParts(db, clock, folder, { witnessFile });
    await log.witnesses.onModuleInit();
  });
  afterEach(() => {
    for (const witness of all()) witness.misbehave = null;
  });
  afterAll(async () => {
    await Promise.all(all().map((witness) => witness.close()));
    await app.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are asked nothing while there is no checkpoint', async () => {
    await log.askWitnesses.execute();
    expect(all().flatMap(({ asked }) => asked)).toEqual([]);
    await expect(log.witnessed.newest()).rejects.toMatchObject({ code: 'audit.log_empty' });
    await expect(log.witnessed.newestWitnessed()).rejects.toMatchObject({ code: 'audit.not_witnessed' });
    expect(await log.witnessed.states()).toHaveLength(3);
  });

  it('cosign the newest checkpoint, each with a proof from the one before, and once', async () => {
    await grow();
    await log.askWitnesses.execute();
    for (let step = 0; step < 5; step++) await grow();
    await log.askWitnesses.execute();
    await log.askWitnesses.execute();
    expect(all().map(({ asked }) => asked)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    const note = await log.witnessed.newest();
    expect(cosignersOf(note)).toHaveLength(3);
    expect(await log.witnessed.newestWitnessed()).toBe(note);
    expect(openCheckpoint(note, await log.key.signer())).toMatchObject({ size: 6 });
    expect(await stateOf(one)).toMatchObject({ cosignedSize: 6, problem: null });
  });

  it('make a quorum when one of three is silent; the newest without a quorum is not the one served', async () => {
    const broken: Misbehaviour = () => ({ status: 500, text: 'down' });
    for (const witness of all().slice(2)) witness.misbehave = broken;
    const subjectId = await grow();
    await log.askWitnesses.execute();
    const witnessed = await log.witnessed.newestWitnessed();
    expect(cosignersOf(witnessed)).toHaveLength(2);
    expect(await stateOf(three)).toMatchObject({ cosignedSize: 6, problem: 'answer_unclear' });
    for (const witness of all()) witness.misbehave = broken;
    const later = await grow();
    await log.askWitnesses.execute();
    expect(cosignersOf(await log.witnessed.newest())).toEqual([]);
    expect(await log.witnessed.newestWitnessed()).toBe(witnessed);
    const everything = { organisations: 'all' } as const;
    const [[old], [young]] = [
      await log.receipts.ofSubject(everything, { subjectId, limit: 1 }),
      await log.receipts.ofSubject(everything, { subjectId: later, limit: 1 }),
    ];
    expect([old?.checkpoint, cosignersOf(young?.checkpoint ?? '')]).toEqual([witnessed, []]);
    const key = await log.key.signer();
    expect([refuteReceipt(old, key), refuteReceipt(young, key)]).toEqual([null, null]);
  });

  it('are asked again from where they are, when an answer was lost', async () => {
    // The fake keeps what it cosigned while it said it was down.
    await grow();
    const before = one?.last.size ?? 0;
    if (one) one.asked = [];
    await log.askWitnesses.execute();
    expect(one?.asked).toEqual([before - 1, before]);
    expect(await stateOf(one)).toMatchObject({ cosignedSize: before + 1, problem: null });
  });

  it.each<[string, Misbehaviour, string]>([
    ['does not know the log', () => ({ status: 404, text: '' }), 'log_unknown'],
    ['does not know its key', () => ({ status: 403, text: '' }), 'key_unknown'],
    ['does not accept the proof', () => ({ status: 422, text: '' }), 'proof_refused'],
    ['has seen a larger log', () => ({ status: 409, text: '999999\n' }), 'ahead'],
    ['knows no size', () => ({ status: 409, text: 'many\n' }), 'answer_unclear'],
    [
      'sends it from size to size',
      ({ status }) => ({ status: 409, text: `${status % 7}\n` }),
      'answer_unclear',
    ],
    ['cosigns nothing', () => ({ status: 200, text: '\n' }), 'cosignature_wrong'],
    [
      'cosigns something else',
      ({ text }) => ({ status: 200, text: text.replace(/.{4}\n$/u, 'AAA=\n') }),
      'cosignature_wrong',
    ],
    ['never ends its answer', () => ({ status: 200, text: 'x'.repeat(200_000) }), 'unreachable'],
  ])('is taken at its word when it %s', async (_, misbehaviour, problem) => {
    if (two) two.misbehave = misbehaviour;
    await grow();
    await log.askWitnesses.execute();
    expect(await stateOf(two)).toMatchObject({ problem });
    expect(await stateOf(three)).toMatchObject({ problem: null });
  });

  it('keeps no cosignature by a key that it does not know', async () => {
    const stranger = await startWitness('b.test', []);
    if (two) two.misbehave = () => ({ status: 200, text: cosign('x\n', stranger.signer, 1) });
    await grow();
    await log.askWitnesses.execute();
    expect(await stateOf(two)).toMatchObject({ problem: 'cosignature_wrong' });
    await stranger.close();
  });

  it('go on cosigning after the log changed its key; what they cosigned before still verifies', async () => {
    await grow();
    await log.askWitnesses.execute();
    const before = await log.witnessed.newestWitnessed();
    await log.rotateKey.execute(join(folder, 'next.pem'));
    writeFileSync(join(folder, 'log-key.pem'), readFileSync(join(folder, 'next.pem')));
    log.key.forget();
    await grow();
    await log.askWitnesses.execute();
    expect(await stateOf(one)).toMatchObject({ problem: 'key_unknown' });
    const now = await log.key.signer();
    for (const witness of all()) witness.trusts.push(now);
    await log.askWitnesses.execute();
    const after = await log.witnessed.newestWitnessed();
    const keys = readVerifier(await log.queries.keyText());
    expect(keys && [before, after].map((note) => openCheckpoint(note, keys)?.size)).toEqual([
      expect.any(Number),
      one?.last.size,
    ]);
    expect(cosignersOf(before).length).toBeGreaterThan(1);
    expect(cosignersOf(after)).toHaveLength(3);
    expect((await log.verify.verify(db.reads)).findings).toEqual([]);
  });

  it('hold up the start when their file cannot be understood', async () => {
    const file = join(folder, 'broken');
    writeFileSync(file, 'witness a b\nquorum a\n');
    const start = (witnessFile: string) =>
      logParts(db, clock, folder, { witnessFile }).witnesses.onModuleInit();
    await expect(start(file)).rejects.toThrow('Line 1 has no ed25519 key of a witness');
    await expect(start(join(folder, 'none'))).rejects.toThrow('LOG_WITNESS_FILE');
  });
});
