// What waits for the person who is signed in, above the first screen that they see: the three tasks that are due first.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { EntryLink } from './entry-link';
import { useInboxTexts } from './texts';

const SHOWN = 3;

export function WaitingTasks({ count }: { readonly count: number }) {
  const t = useInboxTexts();
  const urgent = useQuery({
    queryKey: ['inbox', 'urgent'],
    queryFn: () => take(api.GET('/api/inbox/urgent')),
  });
  const tasks = urgent.data?.items.slice(0, SHOWN) ?? [];
  if (tasks.length === 0) return null;
  return (
    <section className="waiting no-print" aria-label={t('waits')}>
      <Flex justify="space-between" gap={12} wrap>
        <strong>{t('waits')}</strong>
        <Link to="/inbox">{t('allOfThem', { count })}</Link>
      </Flex>
      <ul>
        {tasks.map((entry) => (
          <li key={entry.id}>
            <EntryLink entry={entry}>{t(`kinds.${entry.kind}`)}</EntryLink>
            {entry.label !== null && <span className="figure"> {entry.label}</span>}
            {entry.dueAt !== null && (
              <span className="muted">
                {' · '}
                {t(entry.state === 'overdue' ? 'states.overdue' : 'due')} <InstantText at={entry.dueAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
