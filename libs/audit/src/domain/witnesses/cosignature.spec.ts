import { generateKeyPairSync } from 'node:crypto';
import { signCheckpoint } from '../checkpoint';
import { noteParts, openNote, readSigner, readVerifierLine, verifierLine } from '../note';
import { cosign, cosignaturesOn, withCosignatures } from './cosignature';

const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const log = readSigner('test/log', pem);
const witness = readSigner('w.test', pem, 'cosignature');
const at = '2026-11-22T01:00:00.000Z';
const note = signCheckpoint({ size: 3, root: Buffer.alloc(32, 1), previous: 2, at }, log);
const text = noteParts(note)?.text ?? '';
const line = (seconds: number) => cosign(text, witness, seconds).trimEnd();

describe('a cosignature', () => {
  it('is that of the example in C2SP tlog-cosignature', () => {
    const example = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
    const [, signature] = noteParts(example)?.signatures ?? [];
    expect(signature).toMatchObject({ name: 'witness.example.com/w1', id: '8d66cf3f' });
    expect(signature?.signature).toHaveLength(72);
    expect(signature?.signature.readBigUInt64BE()).toBe(1_679_315_147n);
  });

  it('holds with its time, and leaves the note of the log as it is', () => {
    const both = withCosignatures(note, [line(1_763_800_000)]);
    expect(cosignaturesOn(both, [witness])).toEqual([
      { witnessId: witness.id, seconds: 1_763_800_000, line: line(1_763_800_000) },
    ]);
    expect(openNote(both, log)).toBe(text);
    const two = withCosignatures(note, [line(5), line(7), line(6)]);
    expect(cosignaturesOn(two, [witness]).map(({ seconds }) => seconds)).toEqual([7]);
  });

  it('has a key of its own kind, which no log has', () => {
    const key = verifierLine(witness, 'cosignature');
    expect(readVerifierLine(key, 'cosignature')?.id).toBe(witness.id);
    expect(readVerifierLine(key)).toBeNull();
    expect(readVerifierLine(verifierLine(log), 'cosignature')).toBeNull();
  });

  const withTime = (seconds: bigint) => {
    const bytes = Buffer.from(line(7).split(' ')[2] ?? '', 'base64');
    bytes.writeBigUInt64BE(seconds, 4);
    return `— w.test ${bytes.toString('base64')}`;
  };
  it.each([
    ['another time', withTime(8n)],
    ['a time that no calendar has', withTime(2n ** 63n)],
    ['a signature of the plain note', note.trimEnd().split('\n').at(-1)?.replace('test/log', 'w.test') ?? ''],
    ['too few bytes', `— w.test ${Buffer.from(witness.id, 'hex').toString('base64')}`],
    ['another text', cosign(text.replace('3', '4'), witness, 7).trimEnd()],
  ])('does not hold with %s', (_, wrong) => {
    expect(cosignaturesOn(withCosignatures(note, [wrong]), [witness])).toEqual([]);
  });

  it('is not found where there is no note', () => {
    expect(cosignaturesOn('', [witness])).toEqual([]);
    expect(cosignaturesOn(note, [])).toEqual([]);
  });
});
