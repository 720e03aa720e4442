// Who may object, prove, withdraw and decide, until when, and what every state allows.
import fc from 'fast-check';
import { addDays, dateOf, localDate } from '#kernel';
import { microsOf } from '../filing-time';
import {
  capacityOf,
  lapsesAt,
  notifyBy,
  OBJECTION_STATES,
  OBJECTION_TRANSITIONS,
  proofDueOn,
  refuseObjection,
  refuseProof,
  refuseWithdrawal,
} from './objection';
import { refuseDecision, refuseRevocation, revocationState } from './revocation';

const [OBJECTOR, OTHER] = ['objector', 'other'];
const today = localDate('2026-11-22');
const party = (organisationId: string | null) => ({
  ...{ organisationId, legalName: '甲公司', identifierScheme: null, identifier: null },
});
const filing = {
  ...{ id: 'it' as never, state: 'live' as const, securedParties: [party('bank')] },
  filedBy: { userId: 'u', organisationId: 'lawyer' },
};

describe('who may object', () => {
  it.each([
    ['an outsider', OBJECTOR, {}, null],
    ['who filed it', 'lawyer', {}, 'registry.objection_to_own'],
    ['a secured party', 'bank', {}, 'registry.objection_to_own'],
    ['an outsider, when it has ended', OBJECTOR, { state: 'lapsed' as const }, 'registry.objection_too_late'],
  ])('%s', (_, who, over, code) =>
    expect(refuseObjection({ ...filing, ...over }, who)?.code ?? null).toBe(code),
  );

  it('objects as grantor where the registration names it so', () => {
    const grantors = [party(null), party(OBJECTOR)];
    expect([capacityOf({ grantors }, OBJECTOR), capacityOf({ grantors }, OTHER)]).toEqual([
      'grantor',
      'interested_party',
    ]);
  });
});

it('runs to the end of the last day in Shanghai, whatever the hour of the objection', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2022-02-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 90 }),
      (at, days) => {
        const end = new Date(Number(lapsesAt(microsOf(at), days) / 1_000n));
        expect(dateOf(end)).toBe(addDays(dateOf(at), days + 1));
        expect(dateOf(new Date(end.getTime() - 1))).toBe(addDays(dateOf(at), days));
        expect(proofDueOn(end.toISOString())).toBe(addDays(dateOf(at), days));
        expect(notifyBy(at.toISOString(), 7)).toBe(addDays(dateOf(at), 7));
      },
    ),
  );
});

describe('what becomes of an objection', () => {
  const asked = { organisationId: OBJECTOR, acceptedOn: today, today, now: 10n };
  const held = (state: (typeof OBJECTION_STATES)[number]) => ({
    ...{ state, byOrganisation: OBJECTOR, lapsesAtMicros: 11n },
  });

  it.each(OBJECTION_STATES)('%s takes exactly what the table says', (state) => {
    expect(refuseProof(held(state), asked) === null).toBe(OBJECTION_TRANSITIONS[state].includes('proved'));
    expect(refuseWithdrawal(held(state), OBJECTOR) === null).toBe(
      OBJECTION_TRANSITIONS[state].includes('withdrawn'),
    );
  });

  it.each([
    ['registry.objected_by_another', { ...asked, organisationId: OTHER }],
    ['registry.objection_not_open', { ...asked, now: 11n }],
    ['registry.day_ahead', { ...asked, acceptedOn: addDays(today, 1) }],
  ])('%s', (code, given) => expect(refuseProof(held('standing'), given)?.code).toBe(code));

  it('is withdrawn by nobody else', () =>
    expect(refuseWithdrawal(held('standing'), OTHER)?.code).toBe('registry.objected_by_another'));
});

describe('a revocation', () => {
  const asked = { orderedOn: today, today, waiting: false, state: 'live' as const };
  it.each([
    [null, asked],
    ['registry.objection_too_late', { ...asked, state: 'cancelled' as const }],
    ['registry.revocation_waiting', { ...asked, waiting: true }],
    ['registry.day_ahead', { ...asked, orderedOn: addDays(today, 1) }],
  ])('is asked for: %s', (code, given) => expect(refuseRevocation(given)?.code ?? null).toBe(code));

  const open = { decision: null, askedBy: 'maker' };
  const approve = { deciderId: 'checker', decision: 'approve', reason: null } as const;
  it.each([
    [null, open, approve],
    ['registry.revocation_maker_decides', open, { ...approve, deciderId: 'maker' }],
    ['registry.revocation_decided', { ...open, decision: 'decline' as const }, approve],
    ['registry.revocation_reason_missing', open, { ...approve, decision: 'decline' as const }],
  ])('is decided: %s', (code, held, given) => expect(refuseDecision(held, given)?.code ?? null).toBe(code));

  it('is what its decision made of it', () =>
    expect(
      [null, 'approve', 'decline'].map((decision) => revocationState({ decision: decision as never })),
    ).toEqual(['waiting', 'approved', 'declined']));
});
