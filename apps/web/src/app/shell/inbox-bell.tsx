// How much waits for the person who is signed in. Asked for again wherever they go and when they come back to the window,
// and not by a timer: every answer keeps the session alive, and an unused one must end.
import { BellOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { useMay } from '../session';

export function InboxBell() {
  const { t } = useTranslation();
  const mayRead = useMay()('inbox.read');
  const { pathname } = useLocation();
  const { data } = useQuery({
    queryKey: ['inbox', 'counts', pathname],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.GET('/api/inbox/counts')),
    enabled: mayRead,
  });
  if (!mayRead) return null;
  const { open = 0, overdue = 0, unread = 0 } = data ?? {};
  const count = open + overdue;
  return (
    <Link to="/inbox" aria-label={t('inbox.bell', { count, unread })} style={{ padding: '4px 8px' }}>
      <Badge count={count} dot={count === 0 && unread > 0} size="small" color={overdue > 0 ? 'red' : 'blue'}>
        <BellOutlined aria-hidden style={{ fontSize: 18 }} />
      </Badge>
    </Link>
  );
}
