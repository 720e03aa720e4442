// The story behind the sweep over deeds: each route that changes state, once, with the deeds that it must leave.
import { dateOf, invariant, money } from '#kernel';
import { writeCamt053 } from '#settlement';
import { castOrganisation, DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { NOW } from '../e2e/world';
import { ANSWER_STORY } from './answer-story';
import { DESK_STORY } from './desk-story';
import { APPROVAL_STORY } from './approval-story';
import { idIn, type Scene, type Step } from './deed-scene';
import { PARTY_STORY } from './party-story';
import { REGISTER_STORY } from './register-story';
import { PEOPLE_STORY } from './people-story';
import { accountBody } from './small-money';
import { resultFileOf } from './small-watch';

export const holderOf = ({ own }: Scene): string => castOrganisation(own.players.supplier.login).legalName;

/** A statement of the financier's bank: an amount came in that no rule explains. The same bytes each time. */
async function statementOf({ own }: Scene): Promise<FormData> {
  const { person, organisationId, login } = own.players.relationship_officer;
  const { items } = await person.client.get<{ items: { id: string; accountNumber: string }[] }>(
    `/organisations/${organisationId}/accounts`,
  );
  const account = items.find(({ id }) => id === own.things.collection);
  invariant(account, 'the financier has an account');
  const today = dateOf(NOW);
  const statement = writeCamt053({
    ...{ messageId: 'STORY', createdAt: NOW, account: account.accountNumber, currency: 'CNY' },
    ...{ ownerName: castOrganisation(login).legalName, from: today, to: today },
    openingBalance: money('10.00', 'CNY'),
    entries: [
      {
        ...{
          amount: money('5.00', 'CNY'),
          bookingDate: today,
          valueDate: today,
          servicerReference: 'STORY-1',
        },
        ...{ endToEndId: null, counterpartyName: null, counterpartyAccount: null, text: null },
      },
    ],
  });
  const form = new FormData();
  form.append('file', new Blob([statement]), 'bank.xml');
  return form;
}

/** Each route once, in an order in which each can be done. */
export const STORY: readonly Step[] = [
  ...APPROVAL_STORY,
  {
    route: 'POST /api/parameters',
    who: 'operator',
    body: () => ({
      name: 'factoring.request_open_days',
      ...{ value: '6', effectiveFrom: '2026-12-01', source: 'Decision 1' },
    }),
    deeds: ['operations.parameter_set'],
  },
  {
    route: 'POST /api/calendar',
    who: 'operator',
    body: () => ({ date: '2031-05-01', kind: 'off', name: '劳动节', source: 'Decision 2' }),
    deeds: ['operations.calendar_day_set'],
  },
  {
    route: 'POST /api/organisations',
    who: 'operator',
    body: () => ({
      legalName: '新来供应有限公司',
      capabilities: ['supplier'],
      identifiers: [{ scheme: 'LOCAL', value: 'NEW-1' }],
    }),
    deeds: ['parties.organisation_onboarded'],
  },
  {
    route: 'POST /api/users',
    who: 'operator',
    body: ({ made }) => ({
      ...{ login: 'newcomer', name: '新人', roles: ['supplier'], password: DEMO_PASSWORD },
      organisationId: idIn(made, 'POST /api/organisations'),
    }),
    deeds: ['identity.user_created'],
  },
  ...PEOPLE_STORY,
  {
    route: 'POST /api/users/{id}/status',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/users'),
    body: () => ({ status: 'suspended', reason: 'sweep' }),
    deeds: ['identity.user_suspended'],
  },
  {
    route: 'POST /api/organisations/{id}/status',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations'),
    body: () => ({ status: 'suspended', reason: 'sweep' }),
    deeds: ['parties.organisation_suspended'],
  },
  {
    route: 'POST /api/limits',
    who: 'risk_officer',
    body: ({ foreign }) => ({
      debtorId: foreign.players.debtor_maker.organisationId,
      limit: money('5.00', 'CNY'),
    }),
    deeds: ['risk.limit_set'],
  },
  {
    route: 'POST /api/uploads',
    who: 'supplier',
    raw: () => {
      const form = new FormData();
      form.append('files', new Blob(['nothing that can be read']), 'note.txt');
      return form;
    },
    deeds: ['documents.document_stored', 'receivables.upload_received'],
  },
  {
    route: 'POST /api/uploads/{id}/application',
    who: 'supplier',
    id: ({ own }) => own.things.plan,
    body: () => ({ atomic: false }),
    deeds: ['receivables.receivable_registered', 'receivables.upload_applied'],
  },
  {
    route: 'POST /api/uploads/{id}/undo',
    who: 'supplier',
    id: ({ own }) => own.things.plan,
    deeds: ['receivables.receivable_withdrawn', 'receivables.upload_undone'],
  },
  {
    route: 'POST /api/receivables/{id}/terms',
    who: 'supplier',
    id: ({ own }) => own.things.draft,
    body: () => ({ paymentTermsDays: 90 }),
    deeds: ['receivables.terms_completed'],
  },
  {
    route: 'POST /api/receivables/{id}/duplicate-clearance',
    who: 'debtor_checker',
    id: ({ own }) => own.things.suspected,
    body: () => ({ reason: 'sweep' }),
    deeds: ['receivables.duplicate_cleared'],
  },
  {
    route: 'POST /api/confirmations',
    who: 'debtor_maker',
    body: ({ own }) => ({ items: [{ receivableId: own.things.unanswered, decision: 'confirm' }] }),
    deeds: ['receivables.answer_proposed'],
  },
  {
    route: 'POST /api/confirmations/checks',
    who: 'debtor_checker',
    body: ({ own }) => ({ items: [{ confirmationId: own.things.confirmation, decision: 'approve' }] }),
    deeds: ['receivables.answer_approved', 'receivables.receivable_answered'],
  },
  ...ANSWER_STORY,
  {
    route: 'POST /api/financing-requests',
    who: 'supplier',
    body: ({ own }) => ({
      receivables: [{ receivableId: own.things.offered }],
      financierIds: [own.players.relationship_officer.organisationId],
    }),
    deeds: ['factoring.request_opened'],
  },
  {
    route: 'POST /api/offers',
    who: 'relationship_officer',
    body: ({ made }) => ({
      requestId: idIn(made, 'POST /api/financing-requests'),
      ...{ advanceRate: '0.8', rateAnnual: '0.05', recourse: 'with', validUntil: '2026-11-27T00:00:00Z' },
    }),
    deeds: ['factoring.offer_made'],
  },
  {
    route: 'POST /api/offers/{id}/withdrawal',
    who: 'relationship_officer',
    id: ({ made }) => idIn(made, 'POST /api/offers'),
    deeds: ['factoring.offer_withdrawn'],
  },
  {
    route: 'POST /api/financing-requests/{id}/withdrawal',
    who: 'supplier',
    id: ({ made }) => idIn(made, 'POST /api/financing-requests'),
    deeds: ['factoring.request_withdrawn'],
  },
  {
    route: 'POST /api/offers/{id}/acceptance',
    who: 'supplier',
    id: ({ own }) => own.things.offer,
    deeds: [
      'factoring.deal_made',
      'factoring.notice_arrived',
      'factoring.notice_issued',
      'factoring.offer_accepted',
      'factoring.request_closed',
      'registry.filing_made',
    ],
  },
  {
    route: 'POST /api/organisations/{id}/accounts',
    who: 'supplier',
    id: ({ own }) => own.players.supplier.organisationId,
    // In a currency of its own, so that it takes no other account's place.
    body: (scene) => ({
      ...accountBody(holderOf(scene), { accountNumber: '622200030001', purposes: ['payout'] }),
      currency: 'USD',
    }),
    deeds: ['parties.account_proposed'],
  },
  {
    route: 'POST /api/accounts/{id}/verification',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations/{id}/accounts'),
    body: () => ({ decision: 'verified' }),
    deeds: ['parties.account_verified'],
  },
  {
    route: 'POST /api/deals/{id}/statutory-registration',
    who: 'operations',
    id: ({ made }) => idIn(made, 'POST /api/offers/{id}/acceptance'),
    body: () => ({ number: '0123-4567', registeredAt: NOW.toISOString() }),
    deeds: ['factoring.title_recorded'],
  },
  {
    route: 'POST /api/deals/{id}/registration-waiver',
    who: 'risk_officer',
    id: ({ made }) => idIn(made, 'POST /api/offers/{id}/acceptance'),
    body: () => ({ reason: 'sweep' }),
    deeds: ['factoring.title_waived'],
  },
  {
    route: 'POST /api/tax-results',
    who: 'operator',
    raw: ({ own }) => resultFileOf(own.things.taxCheck),
    deeds: ['receivables.tax_check_answered'],
  },
  {
    route: 'POST /api/tax-checks',
    who: 'supplier',
    body: ({ own }) => ({ receivableIds: [own.things.verifiable] }),
    deeds: ['receivables.tax_check_asked'],
  },
  {
    route: 'POST /api/deals/{id}/tax-checks',
    who: 'operations',
    id: ({ own }) => own.things.watchedDeal,
    deeds: ['receivables.tax_check_asked'],
  },
  {
    route: 'POST /api/deals/{id}/tax-waiver',
    who: 'risk_officer',
    id: ({ own }) => own.things.watchedDeal,
    body: () => ({ reason: 'sweep' }),
    deeds: ['factoring.tax_check_waived'],
  },
  {
    route: 'POST /api/deals/{id}/dilution-acknowledgement',
    who: 'risk_officer',
    id: ({ own }) => own.things.watchedDeal,
    body: ({ own }) => ({ receivableId: own.things.watched, reason: 'sweep' }),
    deeds: ['factoring.dilution_acknowledged', 'receivables.receivable_released'],
  },
  {
    route: 'POST /api/payouts',
    who: 'operations',
    body: ({ made }) => ({ dealId: idIn(made, 'POST /api/offers/{id}/acceptance'), kind: 'advance' }),
    deeds: ['settlement.payout_instructed'],
  },
  {
    route: 'POST /api/payouts/{id}/check',
    who: 'operations',
    id: ({ own }) => own.things.instructed,
    body: () => ({ decision: 'release' }),
    deeds: ['settlement.payout_released'],
  },
  {
    route: 'POST /api/payouts/{id}/rejection',
    who: 'operations',
    id: ({ made }) => idIn(made, 'POST /api/payouts/{id}/check'),
    body: () => ({ reason: 'AC04' }),
    deeds: ['settlement.payout_rejected'],
  },
  {
    route: 'POST /api/statements',
    who: 'operations',
    raw: statementOf,
    deeds: ['settlement.payment_received', 'settlement.statement_imported'],
  },
  {
    route: 'POST /api/payments/{id}/allocation',
    who: 'operations',
    id: ({ own }) => own.things.payment,
    body: ({ own: { things } }) => ({
      items: [{ dealId: things.funded, receivableId: things.collected, amount: money('1.00', 'CNY') }],
    }),
    deeds: ['settlement.payment_allocated'],
  },
  {
    route: 'POST /api/payment-slips',
    who: 'debtor_maker',
    body: ({ own }) => ({ receivableIds: [own.things.receivable] }),
    deeds: ['settlement.payment_slip_issued'],
  },
  ...REGISTER_STORY,
  ...DESK_STORY,
  ...PARTY_STORY,
];

/** Nobody is signed in yet, so there is no key; the deed is the platform’s. */
export const OF_STRANGERS: readonly string[] = [
  'POST /api/applications',
  'POST /api/joining/link',
  'POST /api/joining/first-user',
];

/** They take no idempotency key or need a code of the moment: their deeds are found by who did them, in tests below. */
export const OF_SESSIONS: readonly string[] = [
  'POST /api/auth/sign-in',
  'POST /api/auth/password',
  'POST /api/auth/sign-out',
  'POST /api/auth/sign-in/code',
  'POST /api/auth/token',
  'POST /api/auth/totp',
  'POST /api/auth/totp/confirmation',
  'POST /api/auth/totp/removal',
  'POST /api/auth/totp/recovery-codes',
  'POST /api/auth/sessions/end',
  'POST /api/users/{id}/totp-reset',
];
