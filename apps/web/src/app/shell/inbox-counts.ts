// How much waits for the person who is signed in. Asked for again wherever they go and when they come back to the window,
// and not by a timer: every answer keeps the session alive, and an unused one must end.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { useMay } from '../session';

export function useInboxCounts(): View<'InboxCountsView'> {
  const { pathname } = useLocation();
  const { data } = useQuery({
    queryKey: ['inbox', 'counts', pathname],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.GET('/api/inbox/counts')),
    enabled: useMay()('inbox.read'),
  });
  return data ?? { open: 0, overdue: 0, unread: 0 };
}
