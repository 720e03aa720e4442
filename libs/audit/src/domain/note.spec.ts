import { generateKeyPairSync } from 'node:crypto';
import { openCheckpoint, signCheckpoint } from './checkpoint';
import { emptyRoot } from './merkle';
import { isKeyName, openNote, readSigner, readVerifier, signNote, verifierLine } from './note';

const pem = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const signer = readSigner('log.example/one', pem());

const lineOf = (note: string) => note.slice(note.indexOf('— '));

describe('a signed note', () => {
  const text =
    'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n';

  it('made by others is read', () => {
    // The example in the documentation of Go's note package.
    const verifier = readVerifier('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const said = text.replace('’', "'");
    const note = `${said}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(verifier && openNote(note, verifier)).toBe(said);
    expect(verifier && openNote(note.replace('problem is', 'Problem is'), verifier)).toBeNull();
  });

  it('is opened by the key that signed it, and by no other', () => {
    const note = signNote(text, signer);
    expect(openNote(note, signer)).toBe(text);
    expect(openNote(note, readSigner('log.example/one', pem()))).toBeNull();
    expect(openNote(note, { ...signer, name: 'log.example/two' })).toBeNull();
  });

  it('passes over the signatures of others', () => {
    const witness = signNote(text, readSigner('witness.example', pem()));
    expect(openNote(signNote(text, signer) + lineOf(witness), signer)).toBe(text);
    expect(openNote(witness, signer)).toBeNull();
  });

  it.each([
    ['a changed text', (note: string) => note.replace('cryptography', 'blockchain')],
    ['a text with a line more', (note: string) => `more\n${note}`],
    ['no line break at the end', (note: string) => note.trimEnd()],
    ['a line that is no signature', (note: string) => `${note}and so on\n`],
    ['no signature', () => `${text}\n`],
    ['nothing', () => ''],
    ['a signature cut short', (note: string) => note.replace(/.{8}\n$/, '\n')],
    [
      'two signatures by the key, one of them over another text',
      (note: string) => note + lineOf(signNote('another text\n', signer)),
    ],
  ])('is refused with %s', (_, change) => {
    expect(openNote(change(signNote(text, signer)), signer)).toBeNull();
  });

  it('has its public key as one line', () => {
    const line = verifierLine(signer);
    expect(line).toMatch(/^log\.example\/one\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
    const verifier = readVerifier(`${line}\n`);
    expect(verifier && openNote(signNote(text, signer), verifier)).toBe(text);
  });

  it.each([
    '',
    'a+b',
    'log+00000000+AAAA',
    verifierLine(signer).replace('one', 'two'),
    verifierLine(signer).slice(0, -4),
  ])('has no public key in %j', (line) => expect(readVerifier(line)).toBeNull());

  it.each([
    ['a', true],
    ['youquan.local/log', true],
    ['日志', true],
    ['', false],
    ['a b', false],
    ['a+b', false],
    ['a\nb', false],
  ])('can be signed as %j: %p', (name, expected) => {
    expect(isKeyName(name)).toBe(expected);
    if (!expected) expect(() => readSigner(name, pem())).toThrow(TypeError);
  });

  it('cannot be signed with a key of another kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => readSigner('a', rsa.export({ type: 'pkcs8', format: 'pem' }) as string)).toThrow('ed25519');
  });
});

describe('a checkpoint', () => {
  const head = { size: 7, root: emptyRoot(), previous: 3, at: '2026-11-22T02:00:00.123Z' };
  const note = signCheckpoint(head, signer);

  it('is a note with the name, the size, the root, and our two lines', () => {
    expect(note.split('\n').slice(0, 6)).toEqual([
      'log.example/one',
      '7',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      'previous 3',
      'time 2026-11-22T02:00:00.123Z',
      '',
    ]);
    expect(openCheckpoint(note, signer)).toEqual({ ...head, origin: 'log.example/one' });
  });

  it.each([
    ['another origin', 'log.example/two\n7\nROOT\nprevious 3\ntime 2026-11-22T02:00:00.123Z\n'],
    ['a size with a leading zero', 'log.example/one\n07\nROOT\nprevious 3\ntime 2026-11-22T02:00:00.123Z\n'],
    ['no earlier size', 'log.example/one\n7\nROOT\ntime 2026-11-22T02:00:00.123Z\n'],
    [
      'an earlier size that is not earlier',
      'log.example/one\n7\nROOT\nprevious 7\ntime 2026-11-22T02:00:00.123Z\n',
    ],
    ['a root that is no hash', 'log.example/one\n7\nAAAA\nprevious 3\ntime 2026-11-22T02:00:00.123Z\n'],
    ['a line more', 'log.example/one\n7\nROOT\nprevious 3\ntime 2026-11-22T02:00:00.123Z\nmore\n'],
  ])('is refused with %s, however well signed', (_, text) => {
    const signed = signNote(text.replace('ROOT', emptyRoot().toString('base64')), signer);
    expect(openNote(signed, signer)).not.toBeNull();
    expect(openCheckpoint(signed, signer)).toBeNull();
  });
});
