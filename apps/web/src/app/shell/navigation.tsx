// The places of the app in the order of the story; each is shown to those who have its permission.
import {
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  ControlOutlined,
  CreditCardOutlined,
  DiffOutlined,
  ExceptionOutlined,
  ExportOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  FormOutlined,
  FundOutlined,
  ImportOutlined,
  InboxOutlined,
  MailOutlined,
  KeyOutlined,
  PieChartOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  ShopOutlined,
  SnippetsOutlined,
  TableOutlined,
  TagsOutlined,
  TeamOutlined,
  VerifiedOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';

export interface Place {
  readonly path: string;
  readonly text: ParseKeys;
  readonly icon: ReactNode;
  readonly permission: string;
  /** A second permission that hides the place: somebody who has it finds the same at another place. */
  readonly unless?: string;
  /** Left out: a part of the story from invoice to money. */
  readonly group?: 'register' | 'platform';
}

export const places: readonly Place[] = [
  {
    path: '/receivables',
    text: 'nav.receivables',
    icon: <FileTextOutlined />,
    permission: 'receivable.read',
  },
  { path: '/uploads', text: 'nav.uploads', icon: <CloudUploadOutlined />, permission: 'upload.create' },
  {
    path: '/confirmations',
    text: 'nav.confirmations',
    icon: <CheckSquareOutlined />,
    permission: 'confirmation.read',
  },
  { path: '/payables', text: 'nav.payables', icon: <CloudUploadOutlined />, permission: 'payable.upload' },
  { path: '/demands', text: 'nav.demands', icon: <FormOutlined />, permission: 'demand.read' },
  {
    path: '/answer-files',
    text: 'nav.answerFiles',
    icon: <TableOutlined />,
    permission: 'confirmation.read',
  },
  { path: '/market', text: 'nav.market', icon: <ShopOutlined />, permission: 'offer.create' },
  { path: '/limits', text: 'nav.limits', icon: <PieChartOutlined />, permission: 'limit.read' },
  {
    path: '/requests',
    text: 'nav.requests',
    icon: <SolutionOutlined />,
    permission: 'request.read',
    unless: 'offer.create',
  },
  { path: '/offers', text: 'nav.offers', icon: <TagsOutlined />, permission: 'offer.read' },
  { path: '/deals', text: 'nav.deals', icon: <FundOutlined />, permission: 'deal.read' },
  { path: '/notices', text: 'nav.notices', icon: <BellOutlined />, permission: 'notice.read' },
  { path: '/payment-slips', text: 'nav.slips', icon: <SnippetsOutlined />, permission: 'slip.read' },
  { path: '/payouts', text: 'nav.payouts', icon: <ExportOutlined />, permission: 'payout.read' },
  { path: '/payments', text: 'nav.payments', icon: <ImportOutlined />, permission: 'payment.read' },
  { path: '/inbox', text: 'nav.inbox', icon: <InboxOutlined />, permission: 'inbox.read' },
  {
    path: '/registrations',
    text: 'nav.registrations',
    icon: <FileProtectOutlined />,
    permission: 'registration.read',
    unless: 'registration.revoke',
    group: 'register',
  },
  {
    path: '/registration-drafts',
    text: 'nav.registrationDrafts',
    icon: <FormOutlined />,
    permission: 'registration.file',
    group: 'register',
  },
  {
    path: '/registration-files',
    text: 'nav.registrationFiles',
    icon: <TableOutlined />,
    permission: 'registration.file',
    group: 'register',
  },
  {
    path: '/searches',
    text: 'nav.searches',
    icon: <FileSearchOutlined />,
    permission: 'search.read',
    group: 'register',
  },
  {
    path: '/statutory',
    text: 'nav.statutory',
    icon: <VerifiedOutlined />,
    permission: 'title.record',
    group: 'register',
  },
  {
    path: '/priorities',
    text: 'nav.priorities',
    icon: <SolutionOutlined />,
    permission: 'search.create',
    group: 'register',
  },
  {
    path: '/organisations',
    text: 'nav.organisations',
    icon: <BankOutlined />,
    permission: 'organisation.read',
    group: 'platform',
  },
  {
    // For the operator, whose first place is the organisations.
    path: '/registrations',
    text: 'nav.registrations',
    icon: <FileProtectOutlined />,
    permission: 'registration.revoke',
    group: 'register',
  },
  {
    path: '/objections',
    text: 'nav.objections',
    icon: <ExceptionOutlined />,
    permission: 'registration.read',
    group: 'register',
  },
  {
    path: '/fees',
    text: 'nav.fees',
    icon: <CreditCardOutlined />,
    permission: 'fee.read',
    group: 'register',
  },
  {
    path: '/applications',
    text: 'nav.applications',
    icon: <UserAddOutlined />,
    permission: 'organisation.onboard',
    group: 'platform',
  },
  {
    path: '/invitations',
    text: 'nav.invitations',
    icon: <MailOutlined />,
    permission: 'partner.invite',
    group: 'platform',
  },
  {
    path: '/accounts',
    text: 'nav.accounts',
    icon: <CreditCardOutlined />,
    permission: 'account.read',
    group: 'platform',
  },
  {
    path: '/disputes',
    text: 'nav.disputes',
    icon: <ExceptionOutlined />,
    permission: 'dispute.read',
    group: 'platform',
  },
  {
    path: '/signing-keys',
    text: 'nav.signingKeys',
    icon: <KeyOutlined />,
    permission: 'key.read',
    group: 'platform',
  },
  {
    path: '/tax-checks',
    text: 'nav.tax',
    icon: <VerifiedOutlined />,
    permission: 'tax.read',
    group: 'platform',
  },
  {
    path: '/approvals',
    text: 'nav.approvals',
    icon: <CarryOutOutlined />,
    permission: 'approval.read',
    group: 'platform',
  },
  {
    path: '/duplicates',
    text: 'nav.duplicates',
    icon: <DiffOutlined />,
    permission: 'duplicate.read',
    group: 'platform',
  },
  { path: '/users', text: 'nav.users', icon: <TeamOutlined />, permission: 'user.read', group: 'platform' },
  {
    path: '/clients',
    text: 'nav.clients',
    icon: <ApiOutlined />,
    permission: 'client.read',
    group: 'platform',
  },
  {
    path: '/parameters',
    text: 'nav.parameters',
    icon: <ControlOutlined />,
    permission: 'parameter.read',
    group: 'platform',
  },
  {
    path: '/calendar',
    text: 'nav.calendar',
    icon: <CalendarOutlined />,
    permission: 'calendar.read',
    group: 'platform',
  },
  {
    path: '/documents',
    text: 'nav.documents',
    icon: <FolderOpenOutlined />,
    permission: 'document.read',
    group: 'platform',
  },
  {
    path: '/person-accesses',
    text: 'nav.personAccesses',
    icon: <FileSearchOutlined />,
    permission: 'person.access',
    group: 'platform',
  },
  { path: '/mails', text: 'nav.mails', icon: <MailOutlined />, permission: 'mail.manage', group: 'platform' },
  { path: '/deeds', text: 'nav.deeds', icon: <AuditOutlined />, permission: 'deed.read', group: 'platform' },
  {
    path: '/log',
    text: 'nav.log',
    icon: <SafetyCertificateOutlined />,
    permission: 'deed.read',
    group: 'platform',
  },
];

export function placesFor(may: (permission: string) => boolean): readonly Place[] {
  return places.filter(({ permission, unless }) => may(permission) && !(unless && may(unless)));
}

/** Where a person begins. What waits for them stands above it; the inbox itself comes first only where there is nothing else. */
export const startOf = (shown: readonly Place[]): Place | undefined =>
  shown.find(({ path }) => path !== '/inbox') ?? shown[0];

/** The place that an address belongs to. */
export const placeAt = (shown: readonly Place[], pathname: string): Place | undefined =>
  shown.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
