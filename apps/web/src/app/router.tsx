// The address of every screen. Each screen is fetched when it is first visited.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Crashed } from './crashed';
import { Gate } from './gate';
import { NotFound } from './not-found';
import { Start } from './start';

const rootRoute = createRootRoute({ component: Gate, notFoundComponent: NotFound });

function page<Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  const component = lazyRouteComponent(load, name);
  return createRoute({ getParentRoute: () => rootRoute, path, component });
}

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Start }),
  page('/receivables', () => import('../features/receivables/receivables-page'), 'ReceivablesPage'),
  page('/uploads', () => import('../features/receivables/uploads/uploads-page'), 'UploadsPage'),
  page('/uploads/$id', () => import('../features/receivables/uploads/upload-page'), 'UploadPage'),
  page('/uploads/$id/refused', () => import('../features/receivables/mending/mending-page'), 'MendingPage'),
  page(
    '/confirmations',
    () => import('../features/receivables/confirmations/confirmations-page'),
    'ConfirmationsPage',
  ),
  page('/payables', () => import('../features/receivables/payables/payables-page'), 'PayablesPage'),
  page('/payables/$id', () => import('../features/receivables/uploads/upload-page'), 'PayableUploadPage'),
  page(
    '/payables/$id/refused',
    () => import('../features/receivables/mending/mending-page'),
    'PayableMendingPage',
  ),
  page('/inbox', () => import('../features/inbox/inbox-page'), 'InboxPage'),
  page('/mail-wishes', () => import('../features/inbox/mails/wishes-page'), 'MailWishesPage'),
  page('/mails', () => import('../features/inbox/mails/mails-page'), 'MailsPage'),
  page('/demands', () => import('../features/receivables/demands/demands-page'), 'DemandsPage'),
  page('/demands/$id', () => import('../features/receivables/demands/demand-page'), 'DemandPage'),
  page('/duplicates', () => import('../features/receivables/duplicates/duplicates-page'), 'DuplicatesPage'),
  page('/tax-checks', () => import('../features/receivables/tax/tax-page'), 'TaxPage'),
  page('/disputes/$id', () => import('../features/receivables/disputes/dispute-page'), 'DisputePage'),
  page('/disputes', () => import('../features/receivables/disputes/disputes-page'), 'DisputesPage'),
  page(
    '/answer-files',
    () => import('../features/receivables/answer-files/answer-files-page'),
    'AnswerFilesPage',
  ),
  page('/signing-keys', () => import('../features/receivables/signing/signing-keys-page'), 'SigningKeysPage'),
  page('/market', () => import('../features/factoring/requests/requests-page'), 'MarketPage'),
  page('/requests', () => import('../features/factoring/requests/requests-page'), 'RequestsPage'),
  page('/requests/new', () => import('../features/factoring/requests/new-request-page'), 'NewRequestPage'),
  page('/requests/plan', () => import('../features/factoring/plan/plan-page'), 'PlanPage'),
  page('/requests/$id', () => import('../features/factoring/requests/request-page'), 'RequestPage'),
  page('/offers', () => import('../features/factoring/offers/offers-page'), 'OffersPage'),
  page('/deals', () => import('../features/factoring/deals/deals-page'), 'DealsPage'),
  page('/deals/$id', () => import('../features/factoring/deals/deal-page'), 'DealPage'),
  page('/notices', () => import('../features/factoring/notices/notices-page'), 'NoticesPage'),
  page('/payouts', () => import('../features/settlement/payouts/payouts-page'), 'PayoutsPage'),
  page('/payouts/$id', () => import('../features/settlement/payouts/payout-page'), 'PayoutPage'),
  page('/payments', () => import('../features/settlement/payments/payments-page'), 'PaymentsPage'),
  page('/payments/$id', () => import('../features/settlement/payments/payment-page'), 'PaymentPage'),
  page('/payment-slips', () => import('../features/settlement/slips/slips-page'), 'SlipsPage'),
  page('/approvals', () => import('../features/approvals/approvals-page'), 'ApprovalsPage'),
  page('/approvals/marks', () => import('../features/approvals/marks-page'), 'MarksPage'),
  page('/approvals/$id', () => import('../features/approvals/approval-page'), 'ApprovalPage'),
  page('/limits', () => import('../features/risk/limits-page'), 'LimitsPage'),
  page('/registrations', () => import('../features/registry/registrations-page'), 'RegistrationsPage'),
  page(
    '/registrations/new',
    () => import('../features/registry/filing/registration-form-page'),
    'RegistrationFormPage',
  ),
  page('/registrations/$id', () => import('../features/registry/registration-page'), 'RegistrationPage'),
  page('/registrations/$id/amend', () => import('../features/registry/life/amendment-page'), 'AmendmentPage'),
  page('/registration-drafts', () => import('../features/desk/drafts-page'), 'DraftsPage'),
  page('/registration-files', () => import('../features/desk/filing-files-page'), 'FilingFilesPage'),
  page('/fees', () => import('../features/registry/fees/fees-page'), 'FeesPage'),
  page('/searches', () => import('../features/registry/searches-page'), 'SearchesPage'),
  page('/objections', () => import('../features/registry/objections/objections-page'), 'ObjectionsPage'),
  page('/statutory', () => import('../features/registry/statutory/statutory-page'), 'StatutoryPage'),
  page('/searches/$id', () => import('../features/registry/search-page'), 'SearchPage'),
  page('/person-accesses', () => import('../features/registry/person/accesses-page'), 'PersonAccessesPage'),
  page('/priorities', () => import('../features/registry/priority/priority-page'), 'PriorityPage'),
  page('/organisations', () => import('../features/parties/organisations-page'), 'OrganisationsPage'),
  page(
    '/organisations/$id',
    () => import('../features/parties/organisation/organisation-page'),
    'OrganisationPage',
  ),
  page('/applications', () => import('../features/joining/applications-page'), 'ApplicationsPage'),
  page('/invitations', () => import('../features/joining/invitations-page'), 'InvitationsPage'),
  page('/accounts', () => import('../features/parties/accounts/accounts-page'), 'AccountsPage'),
  page('/security', () => import('../features/identity/security/security-page'), 'SecurityPage'),
  page('/clients', () => import('../features/identity/clients/clients-page'), 'ClientsPage'),
  page('/roles', () => import('../features/identity/roles/roles-page'), 'RolesPage'),
  page('/users', () => import('../features/identity/users-page'), 'UsersPage'),
  page('/parameters', () => import('../features/operations/parameters-page'), 'ParametersPage'),
  page('/calendar', () => import('../features/operations/calendar-page'), 'CalendarPage'),
  page('/documents', () => import('../features/documents/documents-page'), 'DocumentsPage'),
  page('/deeds', () => import('../features/audit/deeds-page'), 'DeedsPage'),
  page('/log', () => import('../features/audit/log-page'), 'LogPage'),
];

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultErrorComponent: Crashed,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
