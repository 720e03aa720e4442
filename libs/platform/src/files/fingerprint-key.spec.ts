import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FingerprintKey, readFingerprintKeys } from './fingerprint-key';
import { fingerprintOf } from './fingerprint-of';

const one = '1 ' + 'ab'.repeat(32);
const two = '2 ' + 'cd'.repeat(32);

describe('a file of keys', () => {
  it('is read with the newest first, remarks passed over', () => {
    const keys = readFingerprintKeys(`# since May\n${one}\n\n${two} # rotated\n`);
    expect(keys.map(({ version }) => version)).toEqual([2, 1]);
    const text = { kind: 'number' as const, text: 'number\nVAT:X\n1' };
    const [newest, oldest] = keys.map((key) => fingerprintOf(text, key));
    expect(newest).toMatch(/^[0-9a-f]{32}$/);
    expect(newest).not.toBe(oldest);
  });

  it.each([
    ['nothing', ''],
    ['a short key', '1 abcd'],
    ['no version', 'ab'.repeat(32)],
    ['a version twice', `${one}\n${one}`],
    ['a version too great', '40000 ' + 'ab'.repeat(32)],
  ])('with %s is refused', (_, text) => expect(() => readFingerprintKeys(text)).toThrow('version'));
});

describe('the key of a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const keyFile = join(folder, 'keys');

  it('is needed where none may be made', async () => {
    const key = new FingerprintKey({ keyFile, mayMakeKey: false });
    await expect(key.onModuleInit()).rejects.toThrow('FINGERPRINT_KEY_FILE');
  });

  it('is made once elsewhere', async () => {
    const keys = await Promise.all(
      [1, 2, 3].map(() => new FingerprintKey({ keyFile, mayMakeKey: true }).versions()),
    );
    expect(new Set(keys.map(([first]) => first?.key.export().toString('hex'))).size).toBe(1);
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^1 [0-9a-f]{64}\n$/);
  });

  it('that cannot be read stops the process', async () => {
    const broken = join(folder, 'broken');
    writeFileSync(broken, 'not a key');
    await expect(new FingerprintKey({ keyFile: broken, mayMakeKey: true }).onModuleInit()).rejects.toThrow(
      'cannot be read',
    );
  });
});
