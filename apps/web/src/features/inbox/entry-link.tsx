// Each entry leads to the page where it is done or can be looked at.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../../api/client';
import { useMay } from '../../app/session';

interface EntryLinkProps {
  readonly entry: View<'EntryView'>;
  readonly children: ReactNode;
}
type Subject = View<'EntryView'>['subjectType'];

/** Subjects with a page of their own. */
const PAGES = {
  approval: '/approvals/$id',
  deal: '/deals/$id',
  demand: '/demands/$id',
  financing_request: '/requests/$id',
  payment: '/payments/$id',
  payout: '/payouts/$id',
  registration: '/registrations/$id',
  upload: '/uploads/$id',
} as const satisfies Partial<Record<Subject, string>>;

/** The others are found in a list. */
const LISTS = {
  account: '/accounts',
  answer_file: '/answer-files',
  application: '/applications',
  confirmation: '/confirmations',
  contact: '/organisations',
  dispute: '/disputes',
  duplicate: '/duplicates',
  mandate: '/organisations',
  notice: '/notices',
  organisation: '/organisations',
  receivable: '/receivables',
  revocation: '/objections',
  saved_search: '/searches',
  signing_key: '/signing-keys',
  statutory_entry: '/statutory',
  trading_relation: '/organisations',
  user: '/users',
} as const satisfies Record<Exclude<Subject, keyof typeof PAGES>, string>;

const hasPage = (subject: Subject): subject is keyof typeof PAGES => subject in PAGES;

export function EntryLink({ entry, children }: EntryLinkProps) {
  const may = useMay();
  const { kind, subjectType, subjectId: id } = entry;
  if (hasPage(subjectType))
    return (
      <Link to={PAGES[subjectType]} params={{ id }}>
        {children}
      </Link>
    );
  if (kind === 'password_changed' || kind === 'second_factor_changed' || kind === 'session_stolen')
    return <Link to="/security">{children}</Link>;
  if (kind === 'answer_reminder') return <Link to="/confirmations">{children}</Link>;
  if (subjectType === 'user' && !may('user.read')) return children;
  if (subjectType === 'receivable' && may('confirmation.read'))
    return <Link to="/confirmations">{children}</Link>;
  return <Link to={LISTS[subjectType]}>{children}</Link>;
}
