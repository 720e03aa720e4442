// The story behind the sweep over deeds: each route that changes state, once, with the deeds that it must leave; and
// the same people refused by a rule.
import type { Role } from '#identity';
import { invariant, money } from '#kernel';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { filingOf, type Tenant } from './small-world';

export interface Scene {
  readonly own: Tenant;
  readonly foreign: Tenant;
  /** What a step gave, by its route. */
  readonly made: ReadonlyMap<string, string>;
}
export interface Step {
  readonly route: string;
  readonly who: Role;
  /** What the path names. */
  readonly id?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => object;
  readonly raw?: () => FormData;
  /** The actions of the deeds, in order of name. */
  readonly deeds: readonly string[];
}
export interface Refused {
  readonly route: string;
  readonly who: Role;
  readonly id?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => object;
  readonly status: number;
}

function idIn(made: ReadonlyMap<string, string>, route: string): string {
  const id = made.get(route);
  invariant(id, `${route} was done before`);
  return id;
}

/** Each route once, in an order in which each can be done. */
export const STORY: readonly Step[] = [
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
    route: 'POST /api/receivables/{id}/terms',
    who: 'supplier',
    id: ({ own }) => own.things.draft,
    body: () => ({ paymentTermsDays: 90 }),
    deeds: ['receivables.terms_completed'],
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
    route: 'POST /api/registrations',
    who: 'registry_user',
    body: () => filingOf('车床'),
    deeds: ['registry.filing_made'],
  },
  {
    route: 'POST /api/searches',
    who: 'registrar',
    body: () => ({ by: 'name', name: '车床的主人' }),
    deeds: ['registry.search_made'],
  },
];

/** They take no idempotency key, so their deeds are found by who did them, in the test below. */
export const OF_SESSIONS: readonly string[] = [
  'POST /api/auth/sign-in',
  'POST /api/auth/password',
  'POST /api/auth/sign-out',
];

/** The story told again: each is refused by a rule, and not for its form. */
export const REFUSED: readonly Refused[] = [
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
];
