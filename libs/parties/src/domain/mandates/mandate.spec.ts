import fc from 'fast-check';
import { localDate } from '#kernel';
import type { OrganisationSummary } from '../organisation';
import {
  assertMandate,
  assertMandateAnswer,
  assertMandateEnd,
  isInForce,
  type Mandate,
  MANDATE_STATES,
  MANDATE_TRANSITIONS,
} from './mandate';

const TODAY = localDate('2026-06-01');
const organisation = (id: string, wish: Partial<OrganisationSummary> = {}): OrganisationSummary => ({
  ...{ id, legalName: id, capabilities: ['supplier'], identifiers: [], status: 'active' },
  ...wish,
});
const [principal, agent] = [organisation('principal'), organisation('agent')];
const terms = { kinds: ['invoices'] as const, validFrom: TODAY, validTo: null };
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return null;
};

describe('a mandate', () => {
  it.each([
    ['from today on', {}],
    ['for one day', { validTo: TODAY }],
    ['from a day to come', { validFrom: localDate('2026-07-01'), validTo: localDate('2026-07-31') }],
    ['from a day that is past', { validFrom: localDate('2025-01-01') }],
  ])('is given %s', (_, wish) => {
    expect(assertMandate({ ...terms, ...wish }, principal, agent, TODAY)).toEqual({ ...terms, ...wish });
  });

  it('keeps each kind once', () => {
    const kinds = ['credit_notes', 'invoices', 'invoices'] as const;
    expect(assertMandate({ ...terms, kinds }, principal, agent, TODAY).kinds).toEqual([
      'invoices',
      'credit_notes',
    ]);
  });

  it.each([
    ['to oneself', principal, {}, 'mandate_side'],
    ['to one that supplies nothing', organisation('agent', { capabilities: ['bank'] }), {}, 'mandate_side'],
    ['to one that has left', organisation('agent', { status: 'left' }), {}, 'mandate_side'],
    ['that has run out', agent, { validTo: localDate('2026-05-31') }, 'mandate_misdated'],
    [
      'that ends before it begins',
      agent,
      { validFrom: localDate('2026-07-02'), validTo: localDate('2026-07-01') },
      'mandate_misdated',
    ],
  ])('is refused %s', (_, to, wish, code) => {
    expect(codeOf(() => assertMandate({ ...terms, ...wish }, principal, to, TODAY))).toBe(`parties.${code}`);
  });
});

describe('its states', () => {
  const by = (organisationId: string) => ({ organisationId });
  const moves = MANDATE_STATES.flatMap((from) =>
    (['accepted', 'declined', 'ended'] as const).map((to) => [from, to] as const),
  );

  it.each(moves)('from %s to %s goes as the table says', (from, to) => {
    const sides = { state: from, agentId: 'agent' };
    const code = codeOf(() => {
      if (to === 'ended') assertMandateEnd(sides);
      else assertMandateAnswer(sides, to, 'why', by('agent'));
    });
    expect(code).toBe(MANDATE_TRANSITIONS[from].includes(to) ? null : 'parties.mandate_decided');
  });

  it('begin with the offer alone', () => {
    expect(Object.values(MANDATE_TRANSITIONS).flat()).not.toContain('offered');
  });

  it('are not answered by whoever gave it, nor declined without a reason', () => {
    const sides = { state: 'offered', agentId: 'agent' } as const;
    expect(codeOf(() => assertMandateAnswer(sides, 'accepted', null, by('principal')))).toBe(
      'parties.mandate_own',
    );
    expect(codeOf(() => assertMandateAnswer(sides, 'declined', null, by('agent')))).toBe(
      'parties.mandate_reason_missing',
    );
  });
});

describe('it is in force', () => {
  const accepted: Mandate = {
    ...{ id: 'm' as Mandate['id'], principalId: 'principal', agentId: 'agent', kinds: ['invoices'] },
    ...{ validFrom: localDate('2026-06-01'), validTo: localDate('2026-06-30'), state: 'accepted' },
    ...{ givenBy: 'u', givenAt: new Date('2026-05-20T00:00:00Z'), reason: null, version: 2 },
    ...{ answeredBy: 'v', answeredAt: new Date('2026-06-02T02:00:00Z') },
    ...{ endedBy: null, enderOrganisationId: null, endedAt: null },
  };

  it.each([
    ['before it was accepted', '2026-06-02T01:59:59Z', {}, false],
    ['from its acceptance on', '2026-06-02T02:00:00Z', {}, true],
    ['on its last day', '2026-06-30T15:00:00Z', {}, true],
    ['after its last day', '2026-07-01T02:00:00Z', {}, false],
    ['while it is only offered', '2026-06-10T00:00:00Z', { state: 'offered', answeredAt: null }, false],
    ['when it was declined', '2026-06-10T00:00:00Z', { state: 'declined' }, false],
  ] as const)('%s: %s', (_, at, wish, expected) => {
    expect(isInForce({ ...accepted, ...wish }, new Date(at))).toBe(expected);
  });

  it('up to the moment of its end and not from then on', () => {
    const endedAt = new Date('2026-06-10T02:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 600_000 }), (shift) => {
        const at = new Date(endedAt.getTime() + shift);
        expect(isInForce({ ...accepted, state: 'ended', endedAt }, at)).toBe(shift < 0);
      }),
    );
  });
});
