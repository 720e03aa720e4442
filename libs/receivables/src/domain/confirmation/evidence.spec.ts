import fc from 'fast-check';
import {
  CHANNELS,
  type Evidence,
  GRADES,
  gradeOf,
  identityOf,
  IDENTITIES,
  isAtLeast,
  type Proved,
  SHARED_TRACES,
  TAX_CHECKS,
} from './evidence';

const plain: Evidence = {
  identity: 'password',
  channel: 'portal',
  shared: [],
  order: false,
  goodsReceipt: false,
  taxCheck: 'none',
};

describe('the grade of a confirmation', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['two people by password', {}, 'E'],
    ['the same with a tax check', { taxCheck: 'equal' }, 'D'],
    ['the same with every document', { taxCheck: 'equal', order: true, goodsReceipt: true }, 'C'],
    ['two people with a second factor', { identity: 'totp' }, 'C'],
    ['the same with a tax check', { identity: 'totp', taxCheck: 'equal' }, 'B'],
    [
      'the same with every document',
      { identity: 'totp', taxCheck: 'equal', order: true, goodsReceipt: true },
      'A',
    ],
    ['signed, with passwords', { channel: 'signed' }, 'C'],
    ['signed, with a second factor', { channel: 'signed', identity: 'totp' }, 'B'],
    [
      'signed and checked with the tax bureau',
      { channel: 'signed', identity: 'totp', taxCheck: 'equal' },
      'A',
    ],
    ['by the ERP system and a person', { channel: 'erp', identity: 'client' }, 'C'],
    ['the debtor’s own upload', { channel: 'own_upload' }, 'D'],
    ['by file, like at the screen', { channel: 'file' }, 'E'],
  ])('%s', (_, evidence, grade) => {
    expect(gradeOf({ ...plain, ...evidence }).grade).toBe(grade);
  });

  const best: Evidence = {
    ...{
      identity: 'totp',
      channel: 'signed',
      shared: [],
      order: true,
      goodsReceipt: true,
      taxCheck: 'equal',
    },
  };
  it.each([
    ['device', 'E'],
    ['address', 'D'],
    ['phone', 'D'],
    ['postal_address', 'D'],
    ['email_domain', 'C'],
  ] as const)('is capped by a shared %s to %s, however good the rest is', (trace, grade) => {
    expect(gradeOf(best).grade).toBe('A');
    expect(gradeOf({ ...best, shared: [trace] })).toMatchObject({ grade, points: 8 });
    expect(gradeOf({ ...best, shared: [trace] }).reasons).toContain(`shared_${trace}`);
  });

  it('is the worst where the tax bureau knows another invoice', () => {
    expect(gradeOf({ ...best, taxCheck: 'different' }).grade).toBe('E');
  });

  it('says on what it rests, each once', () => {
    expect(gradeOf({ ...best, shared: ['phone', 'device', 'phone'] }).reasons).toEqual([
      'identity_totp',
      'channel_signed',
      'shared_device',
      'shared_phone',
      'order_stated',
      'goods_receipt_stated',
      'tax_equal',
    ]);
  });

  const evidences = fc.record<Evidence>({
    identity: fc.constantFrom(...IDENTITIES),
    channel: fc.constantFrom(...CHANNELS),
    shared: fc.subarray([...SHARED_TRACES]),
    order: fc.boolean(),
    goodsReceipt: fc.boolean(),
    taxCheck: fc.constantFrom(...TAX_CHECKS),
  });
  /** Evidence to which something was added: a better answer in one respect, or one thing less in common. */
  const better = (evidence: Evidence): Evidence[] => [
    ...IDENTITIES.slice(IDENTITIES.indexOf(evidence.identity)).map((identity) => ({ ...evidence, identity })),
    ...CHANNELS.slice(CHANNELS.indexOf(evidence.channel)).map((channel) => ({ ...evidence, channel })),
    ...evidence.shared.map((gone) => ({
      ...evidence,
      shared: evidence.shared.filter((trace) => trace !== gone),
    })),
    { ...evidence, order: true },
    { ...evidence, goodsReceipt: true },
    ...(evidence.taxCheck === 'none' ? [{ ...evidence, taxCheck: 'equal' as const }] : []),
    ...(evidence.taxCheck === 'different' ? [{ ...evidence, taxCheck: 'none' as const }] : []),
  ];

  it('is never lowered by more evidence', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const { grade, points } = gradeOf(evidence);
        for (const more of better(evidence)) {
          const improved = gradeOf(more);
          expect(isAtLeast(improved.grade, grade)).toBe(true);
          expect(improved.points).toBeGreaterThanOrEqual(points);
        }
      }),
    );
  });

  it('can be each of the five', () => {
    const reached = new Set(fc.sample(evidences, 2000).map((evidence) => gradeOf(evidence).grade));
    expect([...reached].sort()).toEqual([...GRADES]);
  });
});

describe('the identity behind an answer', () => {
  const person = (...authenticatedBy: string[]): Proved => ({ kind: 'person', authenticatedBy });
  const client = (...authenticatedBy: string[]): Proved => ({ kind: 'client', authenticatedBy });
  it.each([
    [person('password', 'totp'), person('password', 'totp'), 'totp'],
    [person('password', 'totp'), person('password'), 'password'],
    [person('password'), person('password', 'totp'), 'password'],
    [client('client_key'), person('password', 'totp'), 'client'],
    [client('client_key'), person('password'), 'password'],
    [client(), person('password', 'totp'), 'password'],
    [person(), person(), 'password'],
  ])('is that of the weaker one: %j and %j', (maker, checker, identity) => {
    expect(identityOf(maker, checker)).toBe(identity);
  });
});
