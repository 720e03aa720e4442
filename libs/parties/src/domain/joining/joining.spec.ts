// What may be applied for, when an application may be accepted, what a register's answer means, and which link opens.
import type { DomainError } from '#kernel';
import { CAPABILITIES } from '../organisation';
import {
  type Application,
  APPLICATION_MOVES,
  APPLICATION_STATES,
  assertOpen,
  assertRequestable,
  type CheckKind,
  type CheckOutcome,
  granted,
  openChecks,
  REQUESTABLE,
} from './application';
import { type RegisterEntry, registerFinding } from './company-register';
import { assertPartner, assertUsable, expiryOf, type Invitation } from './invitation';

const AT = new Date('2026-11-22T08:00:00Z');
const USCC = '91110000802100433B';
const check = (kind: CheckKind, outcome: CheckOutcome) => ({
  kind,
  outcome,
  note: 'x',
  checkedBy: 'u',
  checkedAt: AT,
});
const application = (over: Partial<Application> = {}): Application =>
  ({
    ...{ kind: 'enterprise', legalName: '远航机械有限公司', capabilities: ['supplier', 'core_enterprise'] },
    identifiers: [{ scheme: 'USCC', value: USCC }],
    ...{ state: 'submitted', checks: [check('register', 'passed'), check('document', 'passed')] },
    ...over,
  }) as Application;
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'none';
};

describe('an application', () => {
  it('asks for any capability but the offices of the platform', () => {
    const offices = CAPABILITIES.filter((one) => !REQUESTABLE.includes(one));
    expect(offices).toEqual(['registrar', 'regulator', 'operator']);
    for (const office of offices)
      expect(codeOf(() => assertRequestable(['supplier', office]))).toBe(
        'parties.capability_not_requestable',
      );
    expect(codeOf(() => assertRequestable(REQUESTABLE))).toBe('none');
  });

  it.each<[string, Partial<Application>, readonly CheckKind[]]>([
    ['nothing checked', { checks: [] }, ['register', 'document']],
    [
      'the register did not answer',
      { checks: [check('register', 'unavailable'), check('document', 'passed')] },
      ['register'],
    ],
    [
      'failed after it was passed',
      { checks: [check('register', 'passed'), check('register', 'failed')] },
      ['register', 'document'],
    ],
    [
      'passed after it failed',
      { checks: [check('register', 'failed'), check('document', 'passed'), check('register', 'passed')] },
      [],
    ],
    [
      'a natural person is in no register',
      { kind: 'natural_person', checks: [check('document', 'passed')] },
      [],
    ],
    ['a cooperative is in one', { kind: 'cooperative', checks: [check('document', 'passed')] }, ['register']],
  ])('has open checks: %s', (_, over, open) => {
    expect(openChecks(application(over))).toEqual(open);
  });

  it('is granted what it asked for, or less, and never more', () => {
    expect(granted(application(), { decision: 'accepted' })).toEqual(['supplier', 'core_enterprise']);
    expect(granted(application(), { decision: 'accepted', capabilities: ['supplier'] })).toEqual([
      'supplier',
    ]);
    expect(codeOf(() => granted(application(), { decision: 'accepted', capabilities: ['bank'] }))).toBe(
      'parties.capability_not_requestable',
    );
    expect(codeOf(() => granted(application({ checks: [] }), { decision: 'accepted' }))).toBe(
      'parties.checks_open',
    );
    expect(codeOf(() => granted(application(), { decision: 'refused' }))).toBe(
      'parties.decision_reason_missing',
    );
    expect(granted(application({ checks: [] }), { decision: 'refused', reason: 'forged' })).toEqual([]);
  });

  it.each(
    APPLICATION_STATES.flatMap((from) => (['accepted', 'refused'] as const).map((to) => [from, to] as const)),
  )('goes from %s to %s only where the table says so', (state, decision) => {
    const done = codeOf(() => granted(application({ state }), { decision, reason: 'x' }));
    expect(done).toBe(APPLICATION_MOVES[state].includes(decision) ? 'none' : 'parties.application_decided');
    expect(codeOf(() => assertOpen({ state }))).toBe(
      state === 'submitted' ? 'none' : 'parties.application_decided',
    );
  });
});

describe('the register', () => {
  const entry: RegisterEntry = { legalName: '远航机械有限公司', identifier: USCC, inBusiness: true };
  it.each<[string, RegisterEntry | null | undefined, CheckOutcome]>([
    ['says the same', entry, 'passed'],
    ['says it in another width', { ...entry, legalName: '远航机械 有限公司' }, 'passed'],
    ['does not answer', undefined, 'unavailable'],
    ['knows nobody', null, 'failed'],
    ['has another name', { ...entry, legalName: '远航机械股份有限公司' }, 'failed'],
    ['answers about somebody else', { ...entry, identifier: '91310000MA1FL0001X' }, 'unavailable'],
    ['knows it as closed', { ...entry, inBusiness: false }, 'failed'],
  ])('%s', (_, answer, outcome) => {
    expect(registerFinding(application(), answer).outcome).toBe(outcome);
  });
});

describe('an invitation', () => {
  const invitation = {
    purpose: 'first_user',
    state: 'open',
    createdAt: AT,
    expiresAt: expiryOf(AT),
  } as Invitation;
  it.each<[string, Invitation | undefined, Date, string]>([
    ['opens', invitation, AT, 'none'],
    ['opens until the last moment', invitation, new Date(invitation.expiresAt.getTime() - 1), 'none'],
    ['is too old', invitation, invitation.expiresAt, 'parties.invitation_void'],
    ['is unknown', undefined, AT, 'parties.invitation_void'],
    ['is used', { ...invitation, state: 'used' }, AT, 'parties.invitation_void'],
    ['is revoked', { ...invitation, state: 'revoked' }, AT, 'parties.invitation_void'],
    ['is for something else', { ...invitation, purpose: 'trading_partner' }, AT, 'parties.invitation_void'],
  ])('%s', (_, found, now, code) => {
    expect(codeOf(() => assertUsable(found, 'first_user', now))).toBe(code);
  });

  it.each([
    ['supplier', 'core_enterprise', 'none'],
    ['core_enterprise', 'supplier', 'none'],
    ['core_enterprise', 'core_enterprise', 'parties.invitation_side'],
    ['supplier', 'bank', 'parties.invitation_side'],
  ] as const)('to a %s from a %s: %s', (invitedAs, own, code) => {
    const wish = { inviteeName: '买方', email: 'li@nanfang.cn', invitedAs };
    expect(codeOf(() => assertPartner(wish, [own]))).toBe(code);
    expect(codeOf(() => assertPartner({ ...wish, email: 'nobody' }, [own]))).toBe(
      'parties.invitation_malformed',
    );
  });
});
