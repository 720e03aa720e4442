import {
  assertMayDecideKey,
  KEY_STATES,
  KEY_TRANSITIONS,
  keyFault,
  mayDecideKey,
  mayRevokeKey,
  type SigningKey,
} from './signing-key';
import { isDatedNow } from './statement';

describe('a signing key', () => {
  const now = new Date('2026-01-20T02:00:00Z');
  const active: SigningKey = {
    ...{ id: 'key' as SigningKey['id'], organisationId: 'debtor', holderId: 'maker', label: 'office' },
    ...{ algorithm: 'Ed25519', publicKey: 'key', state: 'active', registeredAt: now },
    ...{ decidedBy: 'checker', decidedAt: now, validUntil: new Date('2028-01-20T00:00:00Z') },
    ...{ revokedBy: null, revokedAt: null, reason: null, version: 2 },
  };
  const maker = { userId: 'maker', organisationId: 'debtor' };

  it.each(KEY_STATES.flatMap((from) => KEY_STATES.map((to) => [from, to] as const)))(
    '%s -> %s',
    (from, to) => {
      const allowed = {
        proposed: ['active', 'declined', 'revoked'],
        ...{ active: ['revoked'], declined: [], revoked: [] },
      };
      expect(KEY_TRANSITIONS[from].includes(to)).toBe((allowed[from] as string[]).includes(to));
      expect(mayRevokeKey({ state: from })).toBe(from === 'proposed' || from === 'active');
    },
  );

  it('is decided on once, by somebody else than its holder', () => {
    expect(mayDecideKey({ state: 'proposed', holderId: 'maker' }, 'checker')).toBe(true);
    expect(() => assertMayDecideKey({ state: 'proposed', holderId: 'maker' }, 'checker')).not.toThrow();
    const refused = (holderId: string, state: SigningKey['state']) => {
      expect(mayDecideKey({ state, holderId }, 'maker')).toBe(false);
      return () => assertMayDecideKey({ state, holderId }, 'maker');
    };
    expect(refused('maker', 'proposed')).toThrow(/does not approve/);
    expect(refused('other', 'active')).toThrow(/active/);
  });

  it('signs for its holder while it is in force', () => expect(keyFault(active, maker, now)).toBeUndefined());

  it.each([
    ['that nobody knows', undefined, maker],
    ['that awaits approval', { ...active, state: 'proposed', validUntil: null } as const, maker],
    ['that was revoked', { ...active, state: 'revoked' } as const, maker],
    ['whose time is over', { ...active, validUntil: now }, maker],
    ['of a colleague', active, { ...maker, userId: 'checker' }],
    ['of another organisation', active, { ...maker, organisationId: 'supplier' }],
  ])('does not sign: one %s', (_, key, signer) => {
    expect(keyFault(key, signer, now)?.code).toBe('receivables.key_unusable');
  });

  it.each([
    ['2026-01-20T02:00:00.000Z', true],
    ['2026-01-20T01:50:00.000Z', true],
    ['2026-01-20T02:10:00.000Z', true],
    ['2026-01-20T01:49:59.999Z', false],
    ['2026-01-20T02:10:00.001Z', false],
    ['2026-01-20T02:00:00Z', false],
    ['yesterday', false],
  ])('is dated by its device, at most ten minutes off: %s', (signedAt, is) => {
    expect(isDatedNow(signedAt, now)).toBe(is);
  });
});
