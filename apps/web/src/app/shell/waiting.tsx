// Where a person begins, what waits for them comes first. Its code is fetched only when something does.
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay } from '../session';
import { useInboxCounts } from './inbox-counts';
import { placesFor, startOf } from './navigation';

const WaitingTasks = lazy(async () => ({
  default: (await import('../../features/inbox/waiting-tasks')).WaitingTasks,
}));

export function Waiting() {
  const { pathname } = useLocation();
  const { open, overdue } = useInboxCounts();
  const start = startOf(placesFor(useMay()));
  const count = open + overdue;
  if (count === 0 || pathname === '/inbox' || pathname !== start?.path) return null;
  return (
    <Suspense>
      <WaitingTasks count={count} />
    </Suspense>
  );
}
