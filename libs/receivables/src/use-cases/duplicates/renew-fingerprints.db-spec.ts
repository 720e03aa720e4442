import { createSecretKey } from 'node:crypto';
import { invariant } from '#kernel';
import { FingerprintKey, type FingerprintVersion, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FingerprintStore } from '../../data/fingerprint.store';
import { csv, type Stage, stageForTest } from '../../stage-for-test';
import { RenewFingerprints } from './renew-fingerprints';

let database: TestDatabase;
let stage: Stage;
let versions: jest.SpyInstance<Promise<readonly FingerprintVersion[]>>;
let first: FingerprintVersion;
const second: FingerprintVersion = { version: 2, key: createSecretKey(Buffer.alloc(32, 5)) };

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await stageForTest(database.appUrl);
  const key = stage.app.get(FingerprintKey, { strict: false });
  const [made] = await key.versions();
  invariant(made, 'the stage made a key');
  first = made;
  versions = jest.spyOn(key, 'versions');
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

const renew = (onProgress: (done: number) => void = () => undefined) =>
  stage.app.get(RenewFingerprints).execute(onProgress);
const under = async (version: number) =>
  query(stage.db.reads, 'select from receivables.fingerprint where key_version = $1', [version]).then(
    (rows) => rows.length,
  );
const row = (number: string, amount: string) => ({ number, net_amount: amount, gross_amount: amount });
const taken = async (number: string, amount: string) =>
  (await stage.upload(csv(row(number, amount)))).outcomes[0];

describe('fingerprints under a new key', () => {
  it('are made for all that is there, once, and the old key may be given up', async () => {
    await stage.upload(csv(row('INV-2026-10471', '12345.67'), row('INV-2026-22904', '98111.23')));
    versions.mockResolvedValue([second]);
    expect(await taken('INV-2O26-10471', '12345.67')).toMatchObject({ outcome: 'accepted' });
    versions.mockResolvedValue([second, first]);
    const told: number[] = [];
    expect(await renew((done) => told.push(done))).toEqual({ keyVersion: 2, receivables: 2 });
    expect(told).toEqual([2]);
    expect(await under(2)).toBe(12);
    versions.mockResolvedValue([second]);
    expect(await taken('INV-2O26-229O4', '98111.23')).toMatchObject({
      ...{ outcome: 'flagged', match: { class: 'near' } },
    });
    expect(await renew()).toEqual({ keyVersion: 2, receivables: 0 });
  });

  it('are made from where it was when its process died', async () => {
    versions.mockResolvedValue([{ version: 3, key: second.key }, second]);
    const add = jest.spyOn(stage.app.get(FingerprintStore), 'add').mockRejectedValueOnce(new Error('killed'));
    await expect(renew()).rejects.toThrow('killed');
    add.mockRestore();
    expect(await under(3)).toBe(0);
    expect(await renew()).toEqual({ keyVersion: 3, receivables: 4 });
  });
});
