import fc from 'fast-check';
import { ENTRY_KINDS, ENTRY_RULES, type EntryKind } from '../entry';
import { type Addressee, type Bundle, concerns, letterOf } from './letter';
import { CADENCES, cadenceOf, groupOf, MAIL_GROUPS, type MailWish, SILENCE, USUAL_WISH } from './wish';

const siteUrl = 'https://youquan.example';
const person: Addressee = {
  userId: 'u1',
  organisationId: 'o1',
  permissions: new Set(['confirmation.read', 'deal.read']),
};
const bundle = (kind: EntryKind, over: Partial<Bundle> = {}): Bundle => ({
  ...{ organisationId: 'o1', permission: 'confirmation.read', personId: null, notFor: null, kind, count: 1 },
  ...{ overdue: 0, dueAt: null, labels: [], subjectType: ENTRY_RULES[kind].subject, subjectId: 's1' },
  ...over,
});
const at = (cadence: 'at_once' | 'daily', wish: MailWish = USUAL_WISH) => ({ wish, cadence, siteUrl });

describe('a mail about an inbox', () => {
  it('says what waits before what happened, what is overdue first, with numbers and one link for one thing', () => {
    const wish: MailWish = { ...USUAL_WISH, language: 'en' };
    const letter = letterOf(
      [
        bundle('receivable_corrected', { labels: ['A-1'] }),
        bundle('receivable_to_answer', { count: 5, dueAt: '2026-12-01', labels: ['B-1', 'B-2', 'B-3'] }),
        bundle('answer_to_check', { count: 2, overdue: 1, dueAt: '2026-11-20' }),
        bundle('dispute_opened', { labels: ['D-1'] }),
      ],
      person,
      at('daily', wish),
    );
    expect(letter).toMatchObject({ language: 'en', entries: 9, subject: '[Youquan] 7 to do, 2 new' });
    expect(letter?.text.split('\n')).toEqual([
      'Waiting for you:',
      '- Check an answer to a request for confirmation (2): 1 overdue',
      '- Answer a request for confirmation (5): B-1, B-2, B-3 and others; the first due on 2026-12-01',
      '',
      'For your information:',
      expect.stringMatching(/^- .*: A-1$/) as string,
      '- Dispute opened: D-1',
      `  ${siteUrl}/disputes/s1`,
      '',
      `Everything: ${siteUrl}/inbox`,
      `Choose what you are mailed: ${siteUrl}/mail-wishes`,
    ]);
  });

  it.each([
    ['another organisation’s', { organisationId: 'o2' }],
    ['one that needs another permission', { permission: 'key.approve' }],
    ['one for somebody else', { personId: 'u2' }],
    ['one that the person asked for', { notFor: 'u1' }],
  ])('never tells of %s', (_, over) => {
    const theirs = bundle('receivable_to_answer', over);
    expect(concerns(theirs, person)).toBe(false);
    expect(letterOf([theirs], person, at('daily'))).toBeNull();
  });

  it('tells each thing at one cadence', () => {
    const both = [bundle('receivable_to_answer'), bundle('deal_funded', { permission: 'deal.read' })];
    expect(letterOf(both, person, at('daily'))?.entries).toBe(1);
    expect(letterOf(both, person, at('at_once'))?.entries).toBe(1);
  });
});

/** Said again here, so that none falls out of the list unnoticed. */
const GIVEN_DAYS: readonly EntryKind[] = [
  ...(['answer_reminder', 'answer_escalated', 'demand_received', 'notice_arrived'] as const),
  ...(['duty_stated', 'cancellation_due', 'name_change_due'] as const),
  ...(['registration_expiring', 'objection_filed', 'objection_proof_due', 'objection_notice_due'] as const),
];

describe('a wish', () => {
  const cadence = fc.constantFrom(...CADENCES);
  const wishes = fc.record(Object.fromEntries(MAIL_GROUPS.map((group) => [group, cadence])));

  it('never turns off what guards the account, nor what the law gives days for', () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(...ENTRY_KINDS), (cadences, kind) => {
        const how = cadenceOf(kind, { cadences: cadences as MailWish['cadences'] });
        if (groupOf(kind) === 'account') expect(how).toBe('at_once');
        else if (GIVEN_DAYS.includes(kind)) expect(how).not.toBe('none');
        else expect(how).toBe((cadences as MailWish['cadences'])[groupOf(kind)]);
      }),
      { numRuns: 200 },
    );
  });

  it('of silence leaves only those', () => {
    const loud = ENTRY_KINDS.filter((kind) => cadenceOf(kind, { cadences: SILENCE }) !== 'none');
    expect(loud).toContain('session_stolen');
    expect(loud).toContain('answer_escalated');
    expect(loud).not.toContain('deal_funded');
  });
});
