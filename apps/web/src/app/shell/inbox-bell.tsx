// How much waits for the person who is signed in; the count is asked for again while they work.
import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { useMay } from '../session';

const LOOK_AGAIN_MS = 30_000;

export function InboxBell() {
  const { t } = useTranslation();
  const mayRead = useMay()('inbox.read');
  const { data } = useQuery({
    queryKey: ['inbox', 'counts'],
    queryFn: () => take(api.GET('/api/inbox/counts')),
    refetchInterval: LOOK_AGAIN_MS,
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
