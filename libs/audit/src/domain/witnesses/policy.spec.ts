import { generateKeyPairSync } from 'node:crypto';
import { readSigner, verifierLine } from '../note';
import { isQuorum, readPolicy } from './policy';

const pem = () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const witness = (name: string) => readSigner(name, pem(), 'cosignature');
const keys = ['a', 'b', 'c', 'd'].map((name) => witness(`${name}.test`));
const [a = '', b = '', c = '', d = ''] = keys.map((key) => verifierLine(key, 'cosignature'));
const log = verifierLine(readSigner('test/log', pem()));
const cosignedBy = (...indexes: number[]) => new Set(indexes.map((index) => keys[index]?.id ?? ''));

const nested = `# who is trusted
log ${log} https://log.test/
  witness\tX1 ${a} https://a.test/w
witness X2 ${b}
witness 见证三 ${c}
witness Y1 ${d}
group X 2 X1 X2 见证三

group both all X Y1
quorum both
`;

describe('a policy of witnesses', () => {
  it('is read with names, keys and addresses', () => {
    const { witnesses } = readPolicy(nested);
    expect(witnesses.map(({ name, verifier, url }) => [name, verifier.name, url])).toEqual([
      ['X1', 'a.test', 'https://a.test/w'],
      ['X2', 'b.test', null],
      ['见证三', 'c.test', null],
      ['Y1', 'd.test', null],
    ]);
  });

  it.each([
    [[0, 1, 3], true],
    [[0, 2, 3], true],
    [[0, 1, 2, 3], true],
    [[0, 1, 2], false],
    [[0, 3], false],
    [[], false],
  ])('counts %j as a quorum: %s', (indexes, holds) => {
    expect(isQuorum(readPolicy(nested), cosignedBy(...indexes))).toBe(holds);
  });

  it.each([
    [`witness w ${a}\nquorum w`, [0], true],
    [`witness w ${a}\nquorum w`, [1], false],
    [`witness w ${a}\nwitness v ${b}\ngroup g any w v\nquorum g`, [1], true],
    [`quorum none`, [], true],
  ])('of %j, by %j: %s', (text, indexes, holds) => {
    expect(isQuorum(readPolicy(text), cosignedBy(...indexes))).toBe(holds);
  });

  it.each([
    ['', 'no line "quorum NAME"'],
    [`witness w ${a}`, 'no line "quorum NAME"'],
    ['witnes w', 'Line 1 begins with "witnes"'],
    [`witness w ${log}\nquorum w`, 'Line 1 has no ed25519 key'],
    [`log ${a}\nquorum none`, 'Line 1 has no key of a log'],
    [`log ${log} ftp://x\nquorum none`, 'Line 1 has an address'],
    [`log ${log} https://x y\nquorum none`, 'Line 1 has more words'],
    [`witness w ${a} javascript:alert(1)\nquorum w`, 'Line 1 has an address'],
    [`witness w ${a} https://x y\nquorum w`, 'Line 1 has more words'],
    [`witness none ${a}\nquorum none`, 'Line 1 has no name'],
    [`witness w ${a}\nwitness w ${b}\nquorum w`, 'Line 2 names "w" a second time'],
    [`witness w ${a}\nwitness v ${a}\nquorum w`, 'Line 2 has a key that another line has'],
    [`group g any w\nwitness w ${a}\nquorum g`, 'Line 1 has a member that no line above names'],
    [`witness w ${a}\ngroup g any\nquorum g`, 'Line 2 has a member that no line above names'],
    [`witness w ${a}\ngroup g 2 w\nquorum g`, 'Line 2 must say'],
    [`witness w ${a}\ngroup g 0 w\nquorum g`, 'Line 2 must say'],
    [`witness w ${a}\ngroup g any w w\nquorum g`, 'Line 2 has a member that is in a group already'],
    [
      `witness w ${a}\ngroup g any w\ngroup h any w\nquorum h`,
      'Line 3 has a member that is in a group already',
    ],
    [`witness w ${a}\ngroup w any w\nquorum w`, 'Line 2 names "w" a second time'],
    [`quorum w`, 'Line 1 names no witness'],
    [`quorum none\nquorum none`, 'Line 2 is a second quorum'],
    ['#\n'.repeat(1_001), 'more than 1000 lines'],
  ])('refuses %j', (text, sentence) => {
    expect(() => readPolicy(text)).toThrow(sentence);
  });
});
