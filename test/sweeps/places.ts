// What the sweeps over routes must be told, because no API description says it: which id of the small world fits which
// path, what a well-formed body is, and how another tenant's things can be named inside a body.
import type { Role } from '#identity';
import { NOBODYS } from '../e2e/stock';
import { accountBody } from './small-money';
import { contactBody, factBody, identifierBody, membershipBody, nameBody } from './small-parties';
import { amendmentOf, certificateFor, courtOrder, discharged, MONTH, SAVED_OF } from './small-register';
import type { Tenant } from './small-world';

/** Approvals are an organisation's own; those of the bank are for the rest. */
const APPROVAL_OF: Readonly<
  Partial<Record<Role, 'supplierApproval' | 'registryApproval' | 'operatorApproval'>>
> = {
  supplier: 'supplierApproval',
  registry_user: 'registryApproval',
  operator: 'operatorApproval',
};

/** For each path that ends in a parameter: the id of the tenant's own thing, as this role would come by it. */
export const ID_OF: Readonly<Record<string, (tenant: Tenant, role: Role) => string>> = {
  '/api/organisations/{id}': ({ players }, role) => players[role].organisationId,
  '/api/applications/{id}': ({ things }) => things.application,
  '/api/trading-relations/{id}': ({ things }) => things.relation,
  '/api/departure-requests/{id}': ({ things }) => things.departure,
  '/api/mandates/{id}': ({ things }) => things.mandate,
  '/api/connected-groups/{id}': ({ things }) => things.group,
  '/api/contacts/{id}': ({ things }) => things.contact,
  '/api/users/{id}': ({ players }, role) => players[role].userId,
  '/api/clients/{id}': ({ things }) => things.client,
  '/api/uploads/{id}': ({ things }) => things.plan,
  '/api/documents/{id}': ({ things }) => things.document,
  '/api/receivables/{id}': ({ things }, role) => (role === 'supplier' ? things.draft : things.suspected),
  '/api/demands/{id}': ({ things }) => things.demand,
  '/api/signing-keys/{id}': ({ things }) => things.signingKey,
  '/api/disputes/{id}': ({ things }) => things.dispute,
  '/api/dispute-files/{id}': ({ things }) => things.disputeFile,
  '/api/confirmations/{id}': ({ things }) => things.standing,
  '/api/payable-uploads/{id}': ({ things }) => things.payablePlan,
  '/api/answer-files/{id}': ({ things }) => things.plannedAnswers,
  '/api/registrations/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.filing : things.registration,
  '/api/registration-events/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.lawyerEvent : things.bankEvent,
  '/api/registration-drafts/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.draftOfLawyer : things.draftOfFinancier,
  '/api/registration-files/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.filesOfLawyer : things.filesOfFinancier,
  '/api/searches/{id}': ({ players }, role) => players[role].search ?? players.supplier.search ?? '',
  '/api/certificates/{id}': ({ things }, role) => certificateFor(things, role),
  '/api/fees/{id}': ({ things }) => things.lawyerFee,
  '/api/mails/{id}': ({ things }) => things.mail,
  '/api/saved-searches/{id}': ({ things }, role) => things[SAVED_OF[role] ?? 'supplierSaved'],
  '/api/subordinations/{id}': ({ things }) => things.subordination,
  '/api/unregistered-claims/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.lawyerStated : things.bankStated,
  '/api/statutory-entries/{id}': ({ things }, role) =>
    role === 'registry_user' ? things.lawyerEntry : things.bankEntry,
  '/api/objections/{id}': ({ things }) => things.objection,
  '/api/revocations/{id}': ({ things }) => things.revocation,
  '/api/exposures/{id}': ({ things }) => things.limit,
  '/api/financing-requests/{id}': ({ things }) => things.request,
  '/api/offers/{id}': ({ things }) => things.offer,
  '/api/deals/{id}': ({ things }) => things.deal,
  '/api/notices/{id}': ({ things }) => things.notice,
  '/api/accounts/{id}': ({ things }) => things.account,
  '/api/payouts/{id}': ({ things }) => things.payout,
  '/api/payments/{id}': ({ things }) => things.payment,
  '/api/approvals/{id}': ({ things }, role) => things[APPROVAL_OF[role] ?? 'approval'],
  '/api/receipts/{deedId}': ({ players }, role) => players[role].deed,
};

/** Well-formed bodies of the routes with an id, so that it is the id that decides. */
export const BODY_OF: Readonly<Record<string, object>> = {
  'POST /api/uploads/{id}/application': { atomic: false },
  'POST /api/payable-uploads/{id}/application': { atomic: false },
  'POST /api/financing-requests/{id}/evidence': { receivableId: NOBODYS },
  'POST /api/deals/{id}/evidence': { receivableId: NOBODYS },
  'POST /api/receivables/{id}/terms': { paymentTermsDays: 60 },
  'POST /api/receivables/{id}/duplicate-clearance': { reason: 'sweep' },
  'POST /api/signing-keys/{id}/decision': { decision: 'approve' },
  'POST /api/signing-keys/{id}/revocation': { reason: 'sweep' },
  'POST /api/registrations/{id}/statutory-entries': { number: 'ZD-1', registeredAt: '2026-11-20T00:00:00Z' },
  'POST /api/statutory-entries/{id}/check': { decision: 'approve' },
  'POST /api/objections/{id}/proof': {
    ...{ kind: 'lawsuit', body: 'sweep', caseNumber: 'sweep', acceptedOn: '2026-11-20' },
  },
  'POST /api/objections/{id}/withdrawal': { reason: 'sweep' },
  'POST /api/registrations/{id}/duties': discharged,
  'POST /api/registrations/{id}/revocations': courtOrder('sweep'),
  'POST /api/revocations/{id}/decision': { decision: 'decline', reason: 'sweep' },
  'POST /api/disputes/{id}/answer': { note: 'sweep' },
  'POST /api/disputes/{id}/closing': { reason: 'corrected' },
  'POST /api/confirmations/{id}/withdrawal': { reason: 'other' },
  'POST /api/fees/{id}/correction': {
    ...{ amount: { amount: '0', currency: 'CNY' }, reason: 'sweep', seen: 0 },
  },
  'POST /api/registrations/{id}/amendments': amendmentOf('sweep', 1),
  'POST /api/registrations/{id}/extension': { months: 6, reason: 'sweep' },
  'POST /api/registrations/{id}/cancellation': { reason: 'sweep' },
  'POST /api/subordinations/{id}/steps': { step: 'ask_end' },
  'POST /api/unregistered-claims/{id}/end': { reason: 'sweep' },
  'POST /api/registration-drafts/{id}': { title: 'sweep', content: {}, version: 1 },
  'POST /api/registration-drafts/{id}/discard': { version: 99 },
  'POST /api/answer-files/{id}/check': { decision: 'approve' },
  'POST /api/organisations/{id}/status': { status: 'active', reason: 'sweep' },
  'POST /api/organisations/{id}/contacts': contactBody('李四'),
  'POST /api/organisations/{id}/facts': factBody,
  'POST /api/organisations/{id}/identifiers': identifierBody('SWEEP-1'),
  'POST /api/organisations/{id}/name': nameBody,
  'POST /api/trading-relations/{id}/decision': { decision: 'declined', reason: 'sweep' },
  'POST /api/departure-requests/{id}/decision': { decision: 'refused', answer: 'sweep' },
  'POST /api/mandates/{id}/answer': { answer: 'declined', reason: 'sweep' },
  'POST /api/mandates/{id}/end': { reason: 'sweep' },
  'POST /api/connected-groups/{id}/members': membershipBody('NOBODY'),
  'POST /api/contacts/{id}/retirement': { reason: 'sweep' },
  'POST /api/applications/{id}/checks': { kind: 'document', outcome: 'passed', note: 'sweep' },
  'POST /api/applications/{id}/decision': { decision: 'refused', reason: 'sweep' },
  'POST /api/organisations/{id}/departure': { reason: 'sweep' },
  'POST /api/accounts/{id}/lock': { reason: 'sweep' },
  'POST /api/accounts/{id}/test-answer': { reference: '000000' },
  'POST /api/users/{id}/status': { status: 'active', reason: 'sweep' },
  'POST /api/users/{id}/roles': { roles: ['supplier'], reason: 'sweep' },
  'POST /api/users/{id}/roles/decision': { decision: 'decline' },
  'POST /api/users/{id}/totp-reset': { reason: 'sweep' },
  'POST /api/users/{id}/password-reset': { reason: 'sweep' },
  'POST /api/users/{id}/password-reset/decision': { decision: 'decline' },
  'POST /api/clients/{id}/keys': {
    jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  },
  'POST /api/clients/{id}/keys/retirement': { kid: 'A'.repeat(43) },
  'POST /api/clients/{id}/status': { status: 'active', reason: 'sweep' },
  'POST /api/organisations/{id}/accounts': accountBody('某公司', {
    accountNumber: '622299990001',
    purposes: ['payout'],
  }),
  'POST /api/accounts/{id}/verification': { decision: 'verified' },
  'POST /api/deals/{id}/statutory-registration': {
    number: 'SWEEP-1',
    registeredAt: '2026-11-20T00:00:00Z',
  },
  'POST /api/deals/{id}/registration-waiver': { reason: 'sweep' },
  'POST /api/approvals/{id}/decision': { decision: 'decline', reason: 'sweep' },
  'POST /api/deals/{id}/tax-waiver': { reason: 'sweep' },
  'POST /api/deals/{id}/dilution-acknowledgement': { receivableId: NOBODYS, reason: 'sweep' },
  'POST /api/deals/{id}/discrepancies': {
    ...{ receivableId: '01980000-0000-7000-8000-000000000000', causedBy: 'supplier', note: 'sweep' },
  },
  'POST /api/payouts/{id}/check': { decision: 'release' },
  'POST /api/payouts/{id}/rejection': { reason: 'sweep' },
  'POST /api/payments/{id}/allocation': { items: [], restIsOverpaid: true },
};

/** Their own thing answers 404 to these roles, for the reason given. */
export const OWN_BUT_HIDDEN: Readonly<
  Record<string, { readonly roles: readonly Role[]; readonly why: string }>
> = {
  'GET /api/financing-requests/{id}/comparison': {
    roles: ['relationship_officer', 'risk_officer'],
    why: 'a financier never sees what its rivals offer',
  },
  'GET /api/inbox/urgent': {
    roles: ['registry_user', 'administrator', 'registrar', 'regulator'],
    why: 'a list: in the small world these are told things, and no task waits for them',
  },
};

/** Lists that show everybody the same, with the reason. */
export const SHOWN_TO_ALL: Readonly<Record<string, string>> = {
  'GET /api/financiers': 'the directory is where a supplier finds whom to ask',
  'GET /api/parameters': 'the numbers that rules use are the same for everyone',
  'GET /api/calendar': 'working days are the same for everyone',
};

/** Where one of several parameters is needed, which the API description cannot say: one that serves. */
export const ONE_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /api/certificates/verification': { number: '000000000000000197' },
  'GET /api/fees': { month: MONTH },
  'GET /api/fee-statements': { month: MONTH },
  'GET /api/fee-statements/export.csv': { month: MONTH },
  'GET /api/fee-statements/export.xlsx': { month: MONTH },
  'GET /api/priorities': { assetKey: 'invoice:sweep' },
};

/** Filters and cursors that take an id: a thing of the other tenant. */
export const FILTER_ID: Readonly<Record<string, (foreign: Tenant) => string>> = {
  cursor: ({ things }) => things.receivable,
  subjectId: ({ things }) => things.deal,
  organisationId: ({ players }) => players.supplier.organisationId,
  debtorId: ({ players }) => players.debtor_maker.organisationId,
  receivableId: ({ things }) => things.disputed,
  requestId: ({ things }) => things.request,
  dealId: ({ things }) => things.deal,
  filingId: ({ things }) => things.filing,
  uploadId: ({ things }) => things.upload,
};

/** A string: why a body may name anybody's thing. Otherwise the body that reaches for the other tenant's. */
export const FOREIGN_BODY: Readonly<Record<string, string | ((own: Tenant, foreign: Tenant) => object)>> = {
  'POST /api/financing-requests': (own, foreign) => ({
    receivables: [{ receivableId: foreign.things.offered }],
    financierIds: [own.players.relationship_officer.organisationId],
  }),
  'POST /api/offers': (_, foreign) => ({
    requestId: foreign.things.request,
    ...{ advanceRate: '0.9', rateAnnual: '0.05', recourse: 'with', validUntil: '2026-11-27T00:00:00Z' },
  }),
  'POST /api/confirmations': (_, foreign) => ({
    items: [{ receivableId: foreign.things.unanswered, decision: 'confirm' }],
  }),
  'POST /api/inbox/read': 'an entry stands for the moment up to which somebody has read',
  'POST /api/demands': (_, { things }) => ({ receivableId: things.unanswered }),
  'POST /api/confirmations/checks': (_, foreign) => ({
    items: [{ confirmationId: foreign.things.confirmation, decision: 'approve' }],
  }),
  'POST /api/tax-checks': (_, { things }) => ({ receivableIds: [things.verifiable] }),
  'POST /api/deals/{id}/dilution-acknowledgement': (_, { things }) => ({
    ...{ receivableId: things.watched, reason: 'sweep' },
  }),
  'POST /api/payment-slips': (_, { things }) => ({ receivableIds: [things.collected] }),
  'POST /api/financing-requests/{id}/evidence': (_, foreign) => ({ receivableId: foreign.things.offered }),
  'POST /api/deals/{id}/evidence': (_, foreign) => ({ receivableId: foreign.things.collected }),
  'POST /api/payouts': (_, foreign) => ({ dealId: foreign.things.deal, kind: 'advance' }),
  'POST /api/deals/{id}/discrepancies': (_, { things }) => ({
    ...{ receivableId: things.receivable, causedBy: 'supplier', note: 'sweep' },
  }),
  'POST /api/payments/{id}/allocation': (_, { things }) => ({
    items: [
      { dealId: things.funded, receivableId: things.collected, amount: { amount: '1.00', currency: 'CNY' } },
    ],
  }),
  'POST /api/limits': 'a limit is one financier’s own opinion of any debtor',
  'POST /api/saved-searches': 'whoever keeps a search says what it looks for',
  'POST /api/subordinations': 'numbers are public; who is on neither side is refused',
  'POST /api/unregistered-claims': 'whoever states a claim names the asset by its key',
  'POST /api/statutory-entries': 'each line is answered: one of another’s is refused, and then none is taken',
  'POST /api/objections': 'whoever searches finds every registration, and may object to it',
  'POST /api/registrations/{id}/amendments': 'whoever amends names the parties, and they see it',
  'POST /api/registrations': 'whoever files names the parties, and they see it',
  'POST /api/registrations/bulk': 'whoever files names the parties, and they see it',
  'POST /api/registrations/bulk/plan': 'a plan names the parties as the filing will',
  'POST /api/registration-drafts': 'a draft names whomever the filing may name',
  'POST /api/registration-drafts/{id}': 'a draft names whomever the filing may name',
  'POST /api/registrations/lint': 'a draft names the parties as the filing will',
  'POST /api/users': (_, { players }) => ({
    ...{ login: 'from.outside', name: '外人', roles: ['supplier'], password: 'tally-halves-apart' },
    organisationId: players.supplier.organisationId,
  }),
  'POST /api/auth/sessions/end': (_, { players }) => ({ ids: [players.supplier.session] }),
};
