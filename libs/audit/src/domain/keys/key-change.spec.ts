import { generateKeyPairSync } from 'node:crypto';
import { attest, openAttestation } from '../attestation';
import { openCheckpoint, signCheckpoint } from '../checkpoint';
import { readSigner, readVerifier, signNote, type Signer, verifierLine, verifierText } from '../note';
import { followKeys, openKeyChange, signKeyChange } from './key-change';

const makeKey = (name = 'test/log') => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSigner(name, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
};
const [first, second, third, foreign] = [makeKey(), makeKey(), makeKey(), makeKey()];
const at = '2026-11-22T01:00:00.000Z';
const checkpoint = (size: number, by: Signer) =>
  signCheckpoint({ size, root: Buffer.alloc(32, 1), previous: size - 1, at }, by);
const notes = [signKeyChange(first, second, 10, at), signKeyChange(second, third, 20, at)];

describe('a change of key', () => {
  it('names both keys and the last size of the old one', () => {
    const change = openKeyChange(notes[0] ?? '');
    expect(change && [change.from.id, change.to.id, change.size]).toEqual([first.id, second.id, 10]);
    expect(openCheckpoint(notes[0] ?? '', first)).toBeNull();
  });

  it.each([
    [
      'the old key only',
      signNote((notes[0] ?? '').slice(0, (notes[0] ?? '').lastIndexOf('\n\n') + 1), first),
    ],
    ['other words', (notes[0] ?? '').replace('size 10', 'size 11')],
    ['a key of another name', signKeyChange(first, makeKey('other/log'), 10, at)],
    ['the same key twice', signKeyChange(first, first, 10, at)],
    ['nothing', ''],
  ])('does not hold when it is signed by or names %s', (_, note) => {
    expect(openKeyChange(note)).toBeNull();
  });

  it.each([first, second, third])('leads from each key to the newest', (trusted) => {
    expect(followKeys(trusted, notes)?.id).toBe(third.id);
  });

  it('leads nobody from a key that is not in the chain, nor over a gap', () => {
    expect(followKeys(foreign, notes)).toBeNull();
    expect(followKeys(first, [...notes].reverse())).toBeNull();
    expect(
      followKeys(first, [signKeyChange(first, second, 10, at), signKeyChange(foreign, third, 20, at)]),
    ).toBeNull();
    expect(followKeys(foreign, [])?.id).toBe(foreign.id);
  });
});

describe('what was signed', () => {
  const now = followKeys(first, notes) ?? first;

  it.each([
    [1, first, true],
    [10, first, true],
    [11, first, false],
    [11, second, true],
    [20, second, true],
    [21, second, false],
    [21, third, true],
    [21, foreign, false],
  ])('at size %i by its key then holds', (size, by, holds) => {
    expect(openCheckpoint(checkpoint(size, by), now) !== null).toBe(holds);
  });

  it('holds by the text of all keys, as "log key" prints it', () => {
    const read = readVerifier(verifierText(now));
    expect(read && verifierText(read)).toBe(verifierText(now));
    expect(openCheckpoint(checkpoint(10, first), read ?? third)).not.toBeNull();
    expect(readVerifier(`${verifierLine(third)}\nnonsense`)).toBeNull();
    expect(readVerifier(`${verifierLine(third)}\n${verifierLine(makeKey('other/log'))} until 3`)).toBeNull();
  });

  it('holds of an attestation too', () => {
    const stated = attest({ format: 'test/1', content: 1, receipts: [] }, first);
    expect(openAttestation(stated, 'test/1', now)).toEqual(stated);
    expect(openAttestation(stated, 'test/1', second)).toEqual(expect.any(String));
  });
});
