// The bell at the top of every screen, with how much waits.
import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session';
import { useInboxCounts } from './inbox-counts';

export function InboxBell() {
  const { t } = useTranslation();
  const mayRead = useMay()('inbox.read');
  const { open, overdue, unread } = useInboxCounts();
  if (!mayRead) return null;
  const count = open + overdue;
  return (
    <Link to="/inbox" aria-label={t('nav.bell', { count, unread })} style={{ padding: '4px 8px' }}>
      <Badge count={count} dot={count === 0 && unread > 0} size="small" color={overdue > 0 ? 'red' : 'blue'}>
        <BellOutlined aria-hidden style={{ fontSize: 18 }} />
      </Badge>
    </Link>
  );
}
