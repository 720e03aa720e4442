// The tasks to begin with: in the list of everything they would stand where they came in, behind what is merely told.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { wholeList } from '../../api/pages';
import { take } from '../../api/problem';
import { List } from '../../ui/list';
import { Section } from '../../ui/section';
import { useColumns } from './entry-columns';
import { useInboxTexts } from './texts';

export function UrgentTasks() {
  const t = useInboxTexts();
  const columns = useColumns();
  const urgent = useQuery({
    queryKey: ['inbox', 'urgent'],
    queryFn: () => take(api.GET('/api/inbox/urgent')),
  });
  return (
    <Section title={t('urgent')} about={t('urgentAbout')}>
      <List
        pages={wholeList(urgent, urgent.data?.items)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('empty') }}
      />
    </Section>
  );
}
