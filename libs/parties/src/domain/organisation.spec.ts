import { DomainError } from '#kernel';
import {
  actionsOn,
  assertOnboarding,
  assertTransition,
  CAPABILITIES,
  isFinancier,
  type Onboarding,
  ORGANISATION_STATES,
  TRANSITIONS,
} from './organisation';

const USCC = '91110000802100433B';
const wish: Onboarding = {
  legalName: '  北京  某某有限公司 ',
  capabilities: ['core_enterprise', 'supplier', 'supplier'],
  identifiers: [
    { scheme: 'USCC', value: USCC },
    { scheme: 'VAT', value: USCC },
  ],
};

function refusal(change: Partial<Onboarding>): DomainError {
  try {
    assertOnboarding({ ...wish, ...change });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('assertOnboarding', () => {
  it('keeps the name tidy, each capability once and one value under two schemes', () =>
    expect(assertOnboarding(wish)).toEqual({
      ...wish,
      kind: 'enterprise',
      legalName: '北京 某某有限公司',
      capabilities: ['supplier', 'core_enterprise'],
    }));

  it.each<[Partial<Onboarding>, string]>([
    [{ legalName: ' ' }, 'parties.legal_name_malformed'],
    [{ legalName: 'x'.repeat(201) }, 'parties.legal_name_malformed'],
    [{ capabilities: [] }, 'parties.capabilities_missing'],
    [{ identifiers: [] }, 'parties.identifiers_missing'],
    [
      { identifiers: Array.from({ length: 11 }, (_, n) => ({ scheme: 'LOCAL', value: `A${n}` })) },
      'parties.identifiers_missing',
    ],
    [{ identifiers: [{ scheme: 'USCC', value: '91110000802100433C' }] }, 'parties.identifier_invalid'],
    [
      {
        identifiers: [
          { scheme: 'LOCAL', value: 'HRB 1' },
          { scheme: 'LOCAL', value: 'hrb-1' },
        ],
      },
      'parties.identifier_invalid',
    ],
  ])('refuses %j with %s', (change, code) => expect(refusal(change).code).toBe(code));

  it('points to each wrong identifier', () => {
    const identifiers = [
      { scheme: 'USCC', value: USCC },
      { scheme: 'LEI', value: 'X' },
      { scheme: 'USCC', value: USCC },
    ] as const;
    expect(refusal({ identifiers }).errors.map(({ pointer }) => pointer)).toEqual([
      '/identifiers/1/value',
      '/identifiers/2/value',
    ]);
  });
});

describe('the states of an organisation', () => {
  const pairs = ORGANISATION_STATES.flatMap((from) => ORGANISATION_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s to %s', (from, to) => {
    const allowed = ['active>suspended', 'suspended>active', 'active>left', 'suspended>left'].includes(
      `${from}>${to}`,
    );
    expect(TRANSITIONS[from].includes(to)).toBe(allowed);
    const act = () => assertTransition(from, to);
    if (allowed) expect(act).not.toThrow();
    else expect(act).toThrow(DomainError);
  });
});

describe('isFinancier', () => {
  it.each(CAPABILITIES.map((one) => [one, ['bank', 'factor', 'finance_company'].includes(one)] as const))(
    '%s: %s',
    (one, expected) => expect(isFinancier([one])).toBe(expected),
  );
  it('nobody without a capability', () => expect(isFinancier([])).toBe(false));
});

describe('actionsOn', () => {
  const organisation = {
    id: 'a',
    legalName: 'x',
    capabilities: [],
    identifiers: [],
    status: 'active',
  } as const;
  const may = new Set(['organisation.onboard']);
  it.each([
    ['an active one', organisation, may, ['suspend', 'offboard']],
    ['a suspended one', { ...organisation, status: 'suspended' } as const, may, ['reinstate', 'offboard']],
    ['one that has left', { ...organisation, status: 'left' } as const, may, []],
    ['one’s own', { ...organisation, id: 'own' }, may, []],
    ['by whoever describes', organisation, new Set(['organisation.describe']), ['rename']],
    ['without the permission', organisation, new Set<string>(), []],
  ])('%s', (_, one, permissions, actions) => expect(actionsOn(one, permissions, 'own')).toEqual(actions));
});
