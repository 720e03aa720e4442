import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ManualClock, newId } from '#kernel';
import { dataSourceOptions, Db, query, type Tx } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { startWitness } from '../../../../test/support/fakes/witness';
import { logParts, type LogParts } from '../testing/log-parts';
import {
  checkpointCases,
  cosignatureCases,
  deedCases,
  exchanged,
  keyChangeCases,
  leafCases,
  nodeCases,
  wholeCases,
} from '../testing/tampering';
import type { LogVerdict } from './log-verify';

const BATCHES = 5;
const BATCH = 20;

describe('log verify', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let folder: string;
  let db: Db;
  let log: LogParts;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await new DataSource(dataSourceOptions(database.ownerUrl, {}, 4)).initialize();
    db = new Db(owner);
    folder = mkdtempSync(join(tmpdir(), 'youquan-log-'));
    const clock = new ManualClock(new Date('2026-11-22T01:00:00.123Z'));
    const witness = await startWitness('a.test', [await logParts(db, clock, folder).key.signer()]);
    const witnessFile = join(folder, 'witnesses');
    writeFileSync(witnessFile, `witness a ${witness.key} ${witness.url}/\nquorum a\n`);
    log = logParts(db, clock, folder, { witnessFile });
    await log.witnesses.onModuleInit();
    for (let batch = 0; batch < BATCHES; batch++) {
      clock.advance(1_000);
      const deeds = Array.from({ length: BATCH }, (_, index) => ({
        action: 'test.thing_done',
        subjectType: 'test.thing',
        subjectId: newId(1),
        subjectVersion: 1,
        details: { amount: '1.00', index, batch },
      }));
      await db.run((tx) => log.audit.record(tx, { userId: newId(1), organisationId: newId(1) }, deeds));
      await log.sequencer.sequence();
      if (batch === 2) await log.askWitnesses.execute();
      if (batch === 2) await changeKey();
    }
    await witness.close();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As an operator does it: announced, then in the place of the old one. */
  async function changeKey(): Promise<void> {
    const next = join(folder, 'next.pem');
    await log.rotateKey.execute(next);
    await expect(log.rotateKey.execute(next)).rejects.toMatchObject({ code: 'audit.key_not_current' });
    copyFileSync(next, join(folder, 'log-key.pem'));
    log.key.forget();
    await expect(log.rotateKey.execute(next)).rejects.toMatchObject({ code: 'audit.key_not_new' });
  }

  /** What is found after the statements, which are undone: the whole happens in one transaction. */
  async function found(sql: readonly string[]): Promise<LogVerdict> {
    let verdict: LogVerdict | undefined;
    const undo = new Error('undo');
    await db
      .run(async (tx: Tx) => {
        for (const statement of sql) await query(tx, statement);
        verdict = await log.verify.verify(tx);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    if (!verdict) throw new Error('Nothing was verified.');
    return verdict;
  }

  it('finds nothing where nothing was done', async () => {
    const verdict = await log.verify.verify(db.reads);
    expect(verdict).toMatchObject({
      held: true,
      treeSize: 100,
      checkpoints: BATCHES,
      firstBadLeaf: null,
      findings: [],
    });
  });

  it('does not mind deeds that wait', async () => {
    const add = `insert into audit.deed select '00000000-0000-7000-8000-000000000001', at, user_id, organisation_id, action,
      subject_type, '00000000-0000-7000-8000-000000000002', 1, details, visible_to from audit.deed limit 1`;
    const wait = `insert into audit.unsequenced
      values ('00000000-0000-7000-8000-000000000002', 1, '00000000-0000-7000-8000-000000000001', now())`;
    expect((await found([add, wait])).held).toBe(true);
    expect((await found([add])).held).toBe(false);
  });

  it.each(
    [
      ...deedCases,
      ...leafCases,
      ...nodeCases,
      ...checkpointCases,
      ...cosignatureCases,
      ...keyChangeCases,
      ...wholeCases,
    ].map((one) => [one.what, one] as const),
  )('names what was done to %s', async (_, { sql, leaf, problem }) => {
    const verdict = await found(sql);
    expect(verdict.held).toBe(false);
    expect(verdict.findings.map((finding) => finding.problem).join('; ')).toContain(problem);
    if (leaf !== undefined) expect(verdict.firstBadLeaf).toBe(leaf);
  });

  it('names the batch or node where the exact leaf cannot be told', async () => {
    const { findings } = await found(exchanged(17, 18));
    expect(findings).toMatchObject([
      {
        book: 'audit.checkpoint',
        subject: '20',
        leaf: 0,
        through: 19,
        problem: 'the leaves make another root',
      },
    ]);
    const inOneNode = await found(exchanged(22, 25));
    expect(inOneNode.findings).toContainEqual(
      expect.objectContaining({ book: 'audit.node', subject: '4/1', leaf: 16, through: 31 }),
    );
  });

  it('contains the checkpoints given away, and says when one is not of this log', async () => {
    const first = await query<{ note: string }>(
      db.reads,
      'select note from audit.checkpoint order by tree_size',
    );
    const notes = first.map(({ note }) => note);
    expect((await log.verify.verify(db.reads, notes)).held).toBe(true);
    const foreign = await log.verify.verify(db.reads, [notes[0]?.replace('previous 0', 'previous 1') ?? '']);
    expect(foreign.findings).toMatchObject([{ problem: 'the checkpoint kept elsewhere is not by this key' }]);
  });

  it('knows every column of the books', async () => {
    const columns = await query<{ name: string }>(
      db.reads,
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'audit' and table_name not in ('unsequenced', 'witness_answer')`,
    );
    const statements = [
      ...deedCases,
      ...leafCases,
      ...nodeCases,
      ...checkpointCases,
      ...cosignatureCases,
      ...keyChangeCases,
    ]
      .flatMap(({ sql }) => sql)
      .join('\n');
    const untouched = columns
      .map(({ name }) => name.split('.') as [string, string])
      .filter(
        ([book, column]) => !new RegExp(`update audit\\.${book} .*\\b${column} =`, 's').test(statements),
      );
    expect(untouched).toEqual([]);
  });
});
