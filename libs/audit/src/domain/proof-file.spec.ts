import { emptyRoot, leafHash, nodeHash } from './merkle';
import { consistencyFields, inclusionFields, refuteProofFile } from './proof-file';

const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))];
const root = nodeHash(a, b);
const text = (hash: Buffer) => hash.toString('base64');
const inclusion = { leafIdx: 1, treeSize: 2, root: text(root), leafHash: text(b), proof: [text(a)] };
const consistency = { size1: 1, size2: 2, root1: text(a), root2: text(root), proof: [text(b)] };
const judge = (value: unknown) => refuteProofFile(JSON.stringify(value));

describe('a proof file', () => {
  it.each([
    ['an inclusion proof', inclusion],
    ['one that calls the index by its other name', { ...inclusion, leafIdx: undefined, leafIndex: 1 }],
    ['one with a description and a verdict', { ...inclusion, desc: 'happy path', wantErr: false }],
    ['a consistency proof', consistency],
    [
      'a consistency proof of one size without hashes',
      { size1: 1, size2: 1, root1: 'AA==', root2: 'AA==', proof: null },
    ],
  ])('holds with %s', (_, value) => expect(judge(value)).toBeNull());

  it.each<[string, unknown, string]>([
    ['a verdict that is wrong', { ...inclusion, proof: [], wantErr: false }, 'too few'],
    ['no root', { ...inclusion, root: null }, 'root has 0 bytes'],
    ['no hash of the leaf', { ...inclusion, leafHash: '' }, 'leaf hash has 0 bytes'],
    [
      'an empty tree',
      { ...inclusion, leafIdx: 0, treeSize: 0, root: text(emptyRoot()), proof: [] },
      'size 0',
    ],
    ['a negative index', { ...inclusion, leafIdx: -1 }, 'leafIdx is not a whole number'],
    ['a broken index', { ...inclusion, leafIdx: 1.5 }, 'leafIdx is not a whole number'],
    ['a text that is not base64', { ...inclusion, root: '%' }, 'root is not base64'],
    ['a proof that is no list', { ...consistency, proof: {} }, 'proof is not a list'],
    ['a hash that is no text', { ...consistency, proof: [1] }, 'hash 0 of the proof is not base64'],
    ['the empty tree as the first', { ...consistency, size1: 0, proof: [] }, 'nothing to prove'],
    ['other fields', { hello: 1 }, 'leafIndex is not a whole number'],
    ['a list', [], 'holds no proof'],
    ['null', null, 'holds no proof'],
  ])('is refused with %s', (_, value, reason) => expect(judge(value)).toContain(reason));

  it('is refused when it is no JSON', () =>
    expect(refuteProofFile('{"leafIdx":')).toBe('the file is not JSON'));

  it('keeps numbers of 64 bits apart', () => {
    const large = '18446744073709551615';
    const sizes = (one: string, two: string) =>
      `{"size1": ${one}, "size2": ${two}, "root1": "AA==", "root2": "AA==", "proof": []}`;
    expect(refuteProofFile(sizes(large, large))).toBeNull();
    expect(refuteProofFile(sizes('18446744073709551614', large))).toBe('the proof is empty');
    expect(refuteProofFile(sizes('18446744073709551616', large))).toContain('size1 is not a whole number');
  });

  it('is written as it is read', () => {
    const given = { leafIndex: 1n, treeSize: 2n, root, leafHash: b, proof: [a] };
    expect(inclusionFields(given)).toEqual(inclusion);
    expect(consistencyFields({ size1: 1n, size2: 2n, root1: a, root2: root, proof: [b] })).toEqual(
      consistency,
    );
  });
});
