import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Vault } from './vault';

describe('the vault', () => {
  let dir: string;
  let vault: Vault;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vault-'));
    vault = new Vault(join(dir, 'files'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  const names = async () =>
    (await readdir(join(dir, 'files'), { recursive: true })).filter((name) => name.length > 2);

  it('names a content by its SHA-256 and gives it back', async () => {
    const sha256 = await vault.put(Buffer.from('abc'));
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect((await vault.read(sha256)).toString()).toBe('abc');
  });

  it('keeps the same content once, also when it arrives many times at the same moment', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => vault.put(Buffer.from('abc'))));
    expect(new Set(hashes).size).toBe(1);
    expect(await names()).toHaveLength(1);
  });

  it('keeps an empty content', async () => {
    expect((await vault.read(await vault.put(Buffer.alloc(0)))).length).toBe(0);
  });

  it.each([
    ['cut short', 'a'],
    ['altered', 'abd'],
  ])('replaces a content that was %s on disk', async (_, found) => {
    const sha256 = await vault.put(Buffer.from('abc'));
    await writeFile(join(dir, 'files', sha256.slice(0, 2), sha256), found);
    await vault.put(Buffer.from('abc'));
    expect((await vault.read(sha256)).toString()).toBe('abc');
  });

  it('keeps what arrives in pieces under the same name, and says how it begins', async () => {
    async function* pieces() {
      for (const piece of ['a', 'b', 'c']) yield Buffer.from(piece);
    }
    const content = await vault.putStream(pieces());
    expect(content).toEqual({
      sha256: await vault.put(Buffer.from('abc')),
      sizeBytes: 3,
      start: Buffer.from('abc'),
    });
    expect(await names()).toHaveLength(1);
    expect(await readFile(await vault.path(content.sha256), 'utf8')).toBe('abc');
  });

  it('leaves nothing of a content that broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc');
      throw new Error('gone');
    }
    await expect(vault.putStream(broken())).rejects.toThrow('gone');
    expect(await names()).toEqual([]);
  });

  it('says of no altered content where it lies', async () => {
    const sha256 = await vault.put(Buffer.from('abc'));
    await writeFile(join(dir, 'files', sha256.slice(0, 2), sha256), 'abd');
    await expect(vault.path(sha256)).rejects.toThrow('altered');
  });

  it('does not hand out a content that was altered', async () => {
    const sha256 = await vault.put(Buffer.from('abc'));
    await writeFile(join(dir, 'files', sha256.slice(0, 2), sha256), 'abd');
    await expect(vault.read(sha256)).rejects.toThrow('altered');
  });

  it.each(['../../etc/passwd', '', 'AB'.repeat(32)])('refuses the name %j', async (name) => {
    await expect(vault.read(name)).rejects.toThrow('named by its SHA-256');
  });
});
