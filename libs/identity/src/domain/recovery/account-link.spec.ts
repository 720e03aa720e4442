// What a one-time link opens, and what it does not.
import fc from 'fast-check';
import { type AccountLink, assertFor, assertOpen, expiryOf, LINK_PURPOSES } from './account-link';

const AT = new Date('2026-11-23T08:00:00Z');
const link = (change: Partial<AccountLink> = {}): AccountLink => ({
  ...{ id: 'l', userId: 'u', userVersion: 3, purpose: 'reset_by_mail', email: 'a@b.example' },
  ...{ handoverHash: null, state: 'open', createdAt: AT, expiresAt: expiryOf('reset_by_mail', AT) },
  ...change,
});
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const VOID = expect.objectContaining({ code: 'identity.link_void' }) as Error;
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it('opens for thirty minutes, three days or one day', () => {
  expect(LINK_PURPOSES.map((purpose) => (expiryOf(purpose, AT).getTime() - AT.getTime()) / 60_000)).toEqual([
    4320, 30, 1440,
  ]);
  expect(assertOpen(link(), ['reset_by_mail'], later(29))).toEqual(link());
});

it.each<[string, AccountLink | undefined, number]>([
  ['is unknown', undefined, 0],
  ['was used', link({ state: 'used' }), 0],
  ['was replaced', link({ state: 'replaced' }), 0],
  ['is for something else', link({ purpose: 'email' }), 0],
  ['is over', link(), 30],
])('opens nothing when it %s', (_, found, minutes) => {
  expect(thrown(() => assertOpen(found, ['reset_by_mail'], later(minutes)))).toEqual(VOID);
});

it('is for the person as they were', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('active', 'suspended'), (version, status) => {
      const good = version === 3 && status === 'active';
      expect(thrown(() => assertFor(link(), { version, status }))).toEqual(good ? undefined : VOID);
    }),
  );
});
