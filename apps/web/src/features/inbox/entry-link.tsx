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
  dispute: '/disputes/$id',
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
  duplicate: '/duplicates',
  mandate: '/organisations',
  notice: '/notices',
  organisation: '/organisations',
  receivable: '/receivables',
  revocation: '/objections',
  saved_search: '/searches',
  signing_key: '/signing-keys',
  statutory_entry: '/statutory',
  subordination: '/priorities',
  trading_relation: '/organisations',
  user: '/users',
} as const satisfies Record<Exclude<Subject, keyof typeof PAGES>, string>;

/** Answered on the page of one's own organisation, where they stand. */
const OF_OUR_OWN: readonly Subject[] = ['mandate', 'trading_relation'];

const hasPage = (subject: Subject): subject is keyof typeof PAGES => subject in PAGES;

export function EntryLink({ entry, children }: EntryLinkProps) {
  const may = useMay();
  const { subjectType, subjectId: id, organisationId } = entry;
  if (OF_OUR_OWN.includes(subjectType) && may('organisation.read'))
    return (
      <Link to="/organisations/$id" params={{ id: organisationId }}>
        {children}
      </Link>
    );
  if (subjectType === 'dispute' && !may('dispute.read')) return <Link to="/receivables">{children}</Link>;
  if (hasPage(subjectType))
    return (
      <Link to={PAGES[subjectType]} params={{ id }}>
        {children}
      </Link>
    );
  const list = listOf(entry.kind, subjectType, may);
  return list === null ? children : <Link to={list}>{children}</Link>;
}

/** Null when the reader may not see the list. */
function listOf(
  kind: View<'EntryView'>['kind'],
  subject: keyof typeof LISTS,
  may: (permission: string) => boolean,
) {
  if (kind === 'password_changed' || kind === 'second_factor_changed' || kind === 'session_stolen')
    return '/security';
  if (kind === 'answer_reminder') return '/confirmations';
  if (subject === 'user' && !may('user.read')) return null;
  if (subject === 'receivable' && may('confirmation.read')) return '/confirmations';
  return LISTS[subject];
}
