// What a superuser might do to the books of a log of 100 leaves, written in five batches of twenty.

/** Leaf 37 stands for any in the middle: neither at the edge of a node nor of a batch. */
const LEAF = 37;
const deedOf = (leaf: number) => `(select deed_id from audit.leaf where leaf_index = ${leaf})`;
const change = (book: string, set: string, where: string) => `update audit.${book} set ${set} where ${where}`;
const swap = (column: string, a: number, b: number) =>
  `update audit.leaf x set ${column} = y.${column} from audit.leaf y
   where (x.leaf_index, y.leaf_index) in ((${a}, ${b}), (${b}, ${a}))`;

/** Two leaves in each other's place, deed, salt and hash. */
export const exchanged = (a: number, b: number) => [
  'alter table audit.leaf drop constraint leaf_deed',
  ...['deed_id', 'salt', 'hash'].map((column) => swap(column, a, b)),
];

export interface TamperCase {
  readonly what: string;
  readonly sql: readonly string[];
  /** The first bad leaf, where it must be told exactly. */
  readonly leaf?: number;
  readonly problem: string;
}
const changed = 'the deed or its leaf was changed';

export const deedCases: TamperCase[] = [
  ...[
    `at = at - interval '1 day'`,
    `at = at - interval '1 microsecond'`,
    'user_id = gen_random_uuid()',
    'user_id = null',
    'organisation_id = gen_random_uuid()',
    `visible_to = array[gen_random_uuid()]`,
    `action = 'test.other_done'`,
    `subject_type = 'test.other'`,
    'subject_id = gen_random_uuid()',
    'subject_version = subject_version + 1000',
    `details = details || '{"amount":"2.00"}'`,
    `details = details - 'amount'`,
  ].map((set) => ({
    what: `deed: ${set}`,
    sql: [change('deed', set, `id = ${deedOf(LEAF)}`)],
    leaf: LEAF,
    problem: changed,
  })),
  {
    what: 'deed: another id',
    sql: [change('deed', 'id = gen_random_uuid()', `id = ${deedOf(LEAF)}`)],
    leaf: LEAF,
    problem: 'deed is missing',
  },
  {
    what: 'deed: dropped',
    sql: [`delete from audit.deed where id = ${deedOf(LEAF)}`],
    leaf: LEAF,
    problem: 'deed is missing',
  },
  {
    what: 'deed: added without the log',
    sql: [
      `insert into audit.deed select gen_random_uuid(), at, user_id, organisation_id, action, subject_type,
       gen_random_uuid(), subject_version, details, visible_to from audit.deed limit 1`,
    ],
    problem: 'neither in the log nor waiting',
  },
  {
    what: 'deed: two contents exchanged',
    sql: [
      `update audit.deed x set details = y.details from audit.deed y
       where (x.id, y.id) in ((${deedOf(LEAF)}, ${deedOf(60)}), (${deedOf(60)}, ${deedOf(LEAF)}))`,
    ],
    leaf: LEAF,
    problem: changed,
  },
];
export const leafCases: TamperCase[] = [
  {
    what: 'leaf: deed_id',
    sql: [change('leaf', 'deed_id = gen_random_uuid()', `leaf_index = ${LEAF}`)],
    leaf: LEAF,
    problem: 'deed is missing',
  },
  {
    what: 'leaf: salt',
    sql: [change('leaf', `salt = sha256('x')`, `leaf_index = ${LEAF}`)],
    leaf: LEAF,
    problem: changed,
  },
  {
    what: 'leaf: hash',
    sql: [change('leaf', `hash = sha256('x')`, `leaf_index = ${LEAF}`)],
    leaf: LEAF,
    problem: changed,
  },
  {
    what: 'leaf: index',
    sql: [change('leaf', 'leaf_index = 5000', `leaf_index = ${LEAF}`)],
    leaf: LEAF,
    problem: 'the leaf is missing',
  },
  {
    what: 'leaf: dropped',
    sql: [`delete from audit.leaf where leaf_index = ${LEAF}`],
    leaf: LEAF,
    problem: 'the leaf is missing',
  },
  {
    what: 'leaf: first dropped',
    sql: ['delete from audit.leaf where leaf_index = 0'],
    leaf: 0,
    problem: 'the leaf is missing',
  },
  {
    what: 'leaf: last dropped',
    sql: ['delete from audit.leaf where leaf_index = 99'],
    leaf: 99,
    problem: 'the leaf is missing',
  },
  {
    what: 'leaf: dropped with its deed',
    sql: [
      `delete from audit.deed where id = ${deedOf(LEAF)}`,
      `delete from audit.leaf where leaf_index = ${LEAF}`,
    ],
    leaf: LEAF,
    problem: 'the leaf is missing',
  },
  {
    what: 'leaf: two exchanged whole',
    sql: exchanged(LEAF, 43),
    problem: 'the leaves make another root',
  },
  {
    what: 'leaf: a deed rewritten with a leaf to match, its node too',
    sql: [
      change(
        'leaf',
        `hash = (select hash from audit.leaf where leaf_index = 60), salt = (select salt from audit.leaf
        where leaf_index = 60)`,
        `leaf_index = ${LEAF}`,
      ),
    ],
    leaf: LEAF,
    problem: changed,
  },
];
export const nodeCases: TamperCase[] = [
  {
    what: 'node: hash',
    sql: [change('node', `hash = sha256('x')`, 'node_index = 2')],
    problem: 'the leaves below make another hash',
  },
  {
    what: 'node: level',
    sql: [change('node', 'level = 8', 'node_index = 2')],
    problem: 'the node is missing',
  },
  {
    what: 'node: index',
    sql: [change('node', 'node_index = 70', 'node_index = 2')],
    problem: 'the node is missing',
  },
  {
    what: 'node: dropped',
    sql: ['delete from audit.node where node_index = 2'],
    problem: 'the node is missing',
  },
  {
    what: 'node: added',
    sql: [`insert into audit.node values (4, 6, sha256('x'))`],
    problem: 'no leaves make',
  },
  {
    what: 'node: two exchanged',
    sql: [
      `update audit.node x set hash = y.hash from audit.node y
       where (x.node_index, y.node_index) in ((1, 2), (2, 1))`,
    ],
    problem: 'the leaves below make another hash',
  },
];
export const keyChangeCases: TamperCase[] = [
  ...['from_id', 'to_id'].map((column) => ({
    what: `key change: ${column}`,
    sql: [change('key_change', `${column} = '00000000'`, 'true')],
    problem: 'differs from its signed note',
  })),
  {
    what: 'key change: size',
    sql: [change('key_change', 'tree_size = 80', 'true')],
    problem: 'differs from its signed note',
  },
  {
    what: 'key change: backdated',
    sql: [change('key_change', `at = at - interval '1 day'`, 'true')],
    problem: 'differs from its signed note',
  },
  {
    what: 'key change: note',
    sql: [change('key_change', `note = replace(note, 'size 60', 'size 80')`, 'true')],
    problem: 'not signed by both keys',
  },
  {
    what: 'key change: taken away',
    sql: ['delete from audit.key_change'],
    problem: 'the note is not signed by the key of the log',
  },
];

export const cosignatureCases: TamperCase[] = [
  {
    what: 'cosignature: witness_id',
    sql: [change('cosignature', `witness_id = '00000000'`, 'true')],
    problem: 'differs from its signed line',
  },
  {
    what: 'cosignature: backdated',
    sql: [change('cosignature', `at = at - interval '1 day'`, 'true')],
    problem: 'differs from its signed line',
  },
  {
    what: 'cosignature: size',
    sql: [change('cosignature', 'tree_size = 40', 'true')],
    problem: 'not cosigned by the witness',
  },
  {
    what: 'cosignature: line',
    sql: [change('cosignature', `line = overlay(line placing 'AAAA' from length(line) - 20)`, 'true')],
    problem: 'not cosigned by the witness',
  },
];

export const checkpointCases: TamperCase[] = [
  {
    what: 'checkpoint: root',
    sql: [change('checkpoint', `root = sha256('x')`, 'tree_size = 40')],
    problem: 'differs from its signed note',
  },
  {
    what: 'checkpoint: newest root',
    sql: [change('checkpoint', `root = sha256('x')`, 'tree_size = 100')],
    problem: 'differs from its signed note',
  },
  {
    what: 'checkpoint: backdated',
    sql: [change('checkpoint', `at = at - interval '1 day'`, 'tree_size = 40')],
    problem: 'the time differs',
  },
  {
    what: 'checkpoint: note',
    sql: [change('checkpoint', `note = replace(note, 'previous 20', 'previous 10')`, 'tree_size = 40')],
    problem: 'not signed',
  },
  {
    what: 'checkpoint: size',
    sql: [change('checkpoint', 'tree_size = 41', 'tree_size = 40')],
    problem: 'differs from its signed note',
  },
  {
    what: 'checkpoint: newest size',
    sql: [change('checkpoint', 'tree_size = 101', 'tree_size = 100')],
    leaf: 100,
    problem: 'the leaf is missing',
  },
  {
    what: 'checkpoint: size before',
    sql: [change('checkpoint', 'previous_size = 21', 'tree_size = 40')],
    problem: 'size before differs',
  },
  {
    what: 'checkpoint: dropped',
    sql: ['delete from audit.checkpoint where tree_size = 40'],
    problem: 'checkpoint of size 40 is missing',
  },
  {
    what: 'checkpoint: newest dropped',
    sql: ['delete from audit.checkpoint where tree_size = 100'],
    problem: 'beyond the newest checkpoint',
  },
  {
    what: 'checkpoint: all dropped',
    sql: ['delete from audit.cosignature', 'delete from audit.checkpoint'],
    problem: 'beyond the newest checkpoint',
  },
  {
    what: 'checkpoint: two notes exchanged',
    sql: [
      `update audit.checkpoint x set note = y.note from audit.checkpoint y
       where (x.tree_size, y.tree_size) in ((40, 60), (60, 40))`,
    ],
    problem: 'differs from its signed note',
  },
];
export const wholeCases: TamperCase[] = [
  {
    what: 'the log cut back to an earlier checkpoint, deeds and all',
    sql: [
      'delete from audit.deed where id in (select deed_id from audit.leaf where leaf_index >= 80)',
      'delete from audit.leaf where leaf_index >= 80',
      'delete from audit.node where (node_index + 1) * 16 > 80',
      'delete from audit.checkpoint where tree_size > 80',
    ],
    leaf: 80,
    problem: 'the log was cut: it is known with 100 leaves',
  },
  {
    what: 'a deed that waits twice',
    sql: [`insert into audit.unsequenced values (gen_random_uuid(), 1, ${deedOf(LEAF)}, now())`],
    leaf: LEAF,
    problem: 'waits, but is in the log',
  },
  {
    what: 'a queue that waits for a deed that is not there',
    sql: ['insert into audit.unsequenced values (gen_random_uuid(), 1, gen_random_uuid(), now())'],
    problem: 'waits, but is not in the book',
  },
];
