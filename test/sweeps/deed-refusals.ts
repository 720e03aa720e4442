// The story behind the sweep over deeds, told again: the same people refused by a rule, which must leave no deed.
import { money } from '#kernel';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import type { Refused } from './deed-scene';
import { holderOf } from './deed-story';
import { USUAL_WISH } from '#inbox';
import { accountBody } from './small-money';
import { PARTY_REFUSED } from './party-story';
import { amendmentOf, courtOrder, discharged, filingOf, objectionTo, statedOn } from './small-register';

/** Each is refused by a rule, and not for its form. */
export const REFUSED: readonly Refused[] = [
  ...PARTY_REFUSED,
  {
    route: 'POST /api/inbox/mail-wishes',
    who: 'supplier',
    body: () => ({ cadences: { ...USUAL_WISH.cadences, account: 'none' }, language: 'en' }),
    status: 422,
  },
  {
    route: 'POST /api/mails/{id}/send-again',
    who: 'operator',
    id: ({ own }) => own.things.mail,
    body: () => ({}),
    status: 409,
  },
  {
    route: 'POST /api/registrations/{id}/extension',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => ({ months: 12_000, reason: 'for ever' }),
    status: 422,
  },
  {
    route: 'POST /api/subordinations',
    who: 'registry_user',
    body: ({ own: { things } }) => ({
      ...{ juniorNumber: things.juniorNumber, seniorNumber: things.juniorNumber, terms: 'with itself' },
    }),
    status: 422,
  },
  {
    route: 'POST /api/subordinations/{id}/steps',
    who: 'registry_user',
    id: ({ own }) => own.things.subordination,
    body: () => ({ step: 'agree' }),
    status: 422,
  },
  {
    route: 'POST /api/unregistered-claims',
    who: 'registry_user',
    body: () => ({ ...statedOn('invoice:later'), concludedAt: '2030-01-01T00:00:00Z' }),
    status: 422,
  },
  {
    route: 'POST /api/registrations/{id}/amendments',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => amendmentOf('镗床', 99),
    status: 409,
  },
  {
    route: 'POST /api/objections',
    who: 'registry_user',
    body: ({ own }) => objectionTo(own.things.contestable),
    status: 422,
  },
  {
    route: 'POST /api/registrations/{id}/duties',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => discharged,
    status: 409,
  },
  {
    route: 'POST /api/objections/{id}/proof',
    who: 'supplier',
    id: ({ own }) => own.things.objection,
    body: () => ({ kind: 'lawsuit', body: '上海金融法院', caseNumber: '1', acceptedOn: '2026-11-20' }),
    status: 422,
  },
  {
    route: 'POST /api/objections/{id}/withdrawal',
    who: 'supplier',
    id: ({ own }) => own.things.objection,
    body: () => ({ reason: '不是本人的' }),
    status: 422,
  },
  {
    route: 'POST /api/registrations/{id}/revocations',
    who: 'operator',
    id: ({ own }) => own.things.contested,
    body: () => courtOrder('3'),
    status: 409,
  },
  {
    route: 'POST /api/revocations/{id}/decision',
    who: 'operator',
    id: ({ own }) => own.things.revocation,
    body: () => ({ decision: 'approve' }),
    status: 409,
  },
  {
    route: 'POST /api/person-searches',
    who: 'registry_user',
    body: () => ({ number: '110105194912310021', purpose: 'a loan' }),
    status: 400,
  },
  {
    route: 'POST /api/approval-marks',
    who: 'risk_officer',
    body: () => ({ command: 'risk.no_such_deed', active: true }),
    status: 422,
  },
  {
    route: 'POST /api/approvals/{id}/decision',
    who: 'risk_officer',
    id: ({ own }) => own.things.approval,
    body: () => ({ decision: 'approve' }),
    status: 409,
  },
  {
    route: 'POST /api/approvals/{id}/withdrawal',
    who: 'risk_officer',
    id: ({ own }) => own.things.ownApproval,
    status: 409,
  },
  {
    route: 'POST /api/uploads/{id}/application',
    who: 'supplier',
    id: ({ own }) => own.things.plan,
    body: () => ({ atomic: true }),
    status: 409,
  },
  {
    route: 'POST /api/payable-uploads/{id}/application',
    who: 'debtor_maker',
    id: ({ own }) => own.things.payablePlan,
    body: () => ({ atomic: false }),
    status: 409,
  },
  {
    route: 'POST /api/payable-uploads/{id}/undo',
    who: 'debtor_maker',
    id: ({ own }) => own.things.payablePlan,
    status: 409,
  },
  {
    route: 'POST /api/uploads/{id}/undo',
    who: 'supplier',
    id: ({ own }) => own.things.plan,
    status: 409,
  },
  {
    route: 'POST /api/parameters',
    who: 'operator',
    body: () => ({
      name: 'factoring.request_open_days',
      ...{ value: '6', effectiveFrom: '2026-01-01', source: 'too late' },
    }),
    status: 422,
  },
  {
    route: 'POST /api/organisations',
    who: 'operator',
    body: () => ({
      legalName: '又来一次有限公司',
      capabilities: ['supplier'],
      identifiers: [{ scheme: 'LOCAL', value: 'NEW-1' }],
    }),
    status: 409,
  },
  {
    route: 'POST /api/users',
    who: 'operator',
    body: ({ own }) => ({
      ...{ login: 'newcomer', name: '新人', roles: ['supplier'], password: DEMO_PASSWORD },
      organisationId: own.players.supplier.organisationId,
    }),
    status: 409,
  },
  {
    route: 'POST /api/limits',
    who: 'risk_officer',
    body: ({ own }) => ({ debtorId: own.players.debtor_maker.organisationId, limit: money('5.00', 'CNY') }),
    status: 409,
  },
  {
    route: 'POST /api/receivables/{id}/terms',
    who: 'supplier',
    id: ({ own }) => own.things.receivable,
    body: () => ({ paymentTermsDays: 90 }),
    status: 409,
  },
  {
    route: 'POST /api/receivables/{id}/duplicate-clearance',
    who: 'debtor_checker',
    id: ({ own }) => own.things.offered,
    body: () => ({ reason: 'sweep' }),
    status: 409,
  },
  {
    route: 'POST /api/financing-requests',
    who: 'supplier',
    body: ({ own }) => ({
      receivables: [{ receivableId: own.things.receivable }],
      financierIds: [own.players.relationship_officer.organisationId],
    }),
    status: 422,
  },
  {
    route: 'POST /api/offers',
    who: 'relationship_officer',
    body: ({ own }) => ({
      requestId: own.things.request,
      ...{ advanceRate: '0.8', rateAnnual: '0.05', recourse: 'with', validUntil: '2026-11-27T00:00:00Z' },
    }),
    status: 409,
  },
  {
    route: 'POST /api/offers/{id}/withdrawal',
    who: 'relationship_officer',
    id: ({ own }) => own.things.offer,
    status: 409,
  },
  {
    route: 'POST /api/offers/{id}/acceptance',
    who: 'supplier',
    id: ({ own }) => own.things.offer,
    status: 409,
  },
  {
    route: 'POST /api/financing-requests/{id}/withdrawal',
    who: 'supplier',
    id: ({ own }) => own.things.request,
    status: 409,
  },
  {
    route: 'POST /api/registrations',
    who: 'registry_user',
    body: () => ({ ...filingOf('车床'), collateral: [{ description: '车床' }] }),
    status: 422,
  },
  {
    route: 'POST /api/organisations/{id}/accounts',
    who: 'supplier',
    id: ({ own }) => own.players.supplier.organisationId,
    body: (scene) => ({
      ...accountBody(holderOf(scene), { accountNumber: '622200030002', purposes: ['payout'] }),
      bankCode: 'no bank',
    }),
    status: 422,
  },
  {
    route: 'POST /api/accounts/{id}/verification',
    who: 'operator',
    id: ({ own }) => own.things.account,
    body: () => ({ decision: 'verified' }),
    status: 409,
  },
  {
    route: 'POST /api/statutory-entries/{id}/check',
    who: 'registry_user',
    id: ({ own }) => own.things.lawyerEntry,
    body: () => ({ decision: 'approve' }),
    status: 422,
  },
  {
    route: 'POST /api/deals/{id}/statutory-registration',
    who: 'operations',
    id: ({ own }) => own.things.deal,
    body: () => ({ number: '0123-4567', registeredAt: '2036-01-01T00:00:00Z' }),
    status: 422,
  },
  {
    route: 'POST /api/deals/{id}/registration-waiver',
    who: 'risk_officer',
    id: ({ foreign }) => foreign.things.deal,
    body: () => ({ reason: 'sweep' }),
    status: 404,
  },
  {
    route: 'POST /api/tax-checks',
    who: 'supplier',
    body: ({ own }) => ({ receivableIds: [own.things.receivable] }),
    status: 422,
  },
  {
    route: 'POST /api/deals/{id}/tax-checks',
    who: 'operations',
    id: ({ own }) => own.things.deal,
    status: 422,
  },
  {
    route: 'POST /api/deals/{id}/tax-waiver',
    who: 'risk_officer',
    id: ({ own }) => own.things.deal,
    body: () => ({ reason: 'sweep' }),
    status: 409,
  },
  {
    route: 'POST /api/deals/{id}/dilution-acknowledgement',
    who: 'risk_officer',
    id: ({ own }) => own.things.deal,
    body: ({ own }) => ({ receivableId: own.things.receivable, reason: 'sweep' }),
    status: 409,
  },
  {
    route: 'POST /api/demands',
    who: 'supplier',
    body: ({ own }) => ({ receivableId: own.things.receivable }),
    status: 409,
  },
  {
    route: 'POST /api/payment-slips',
    who: 'debtor_maker',
    body: ({ foreign }) => ({ receivableIds: [foreign.things.receivable] }),
    status: 404,
  },
  {
    route: 'POST /api/payouts',
    who: 'operations',
    body: ({ own }) => ({ dealId: own.things.funded, kind: 'advance' }),
    status: 409,
  },
  {
    route: 'POST /api/payouts/{id}/check',
    who: 'operations',
    id: ({ own }) => own.things.paid,
    body: () => ({ decision: 'release' }),
    status: 409,
  },
  {
    route: 'POST /api/payouts/{id}/rejection',
    who: 'operations',
    id: ({ own }) => own.things.paid,
    body: () => ({ reason: 'AC04' }),
    status: 409,
  },
  {
    route: 'POST /api/payments/{id}/allocation',
    who: 'operations',
    id: ({ own }) => own.things.payment,
    body: ({ own: { things } }) => ({
      items: [{ dealId: things.funded, receivableId: things.collected, amount: money('99999.00', 'CNY') }],
    }),
    status: 422,
  },
];
