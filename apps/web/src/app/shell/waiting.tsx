// Where a person begins, it stands first that something waits for them, with the way there. The tasks themselves are in the
// inbox: their words would weigh on the first screen of everyone.
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session';
import { useInboxCounts } from './inbox-counts';
import { placesFor, startOf } from './navigation';

export function Waiting() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { open, overdue } = useInboxCounts();
  const start = startOf(placesFor(useMay()));
  const count = open + overdue;
  if (count === 0 || pathname === '/inbox' || pathname !== start?.path) return null;
  return (
    <div className="waiting no-print" role="status">
      <strong>{t('nav.waiting', { count })}</strong>
      {overdue > 0 && <span className="waiting-late">{t('nav.waitingLate', { count: overdue })}</span>}
      <Link to="/inbox">{t('nav.toInbox')}</Link>
    </div>
  );
}
