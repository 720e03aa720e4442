// What is shown of an entry; the time of what is overdue is in red, beside the word for it.
import { Typography } from 'antd';
import type { View } from '../../api/client';
import type { Column } from '../../ui/list';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { EntryLink } from './entry-link';
import { useInboxTexts } from './texts';

export function useColumns(): Column<View<'EntryView'>>[] {
  const t = useInboxTexts();
  return [
    {
      key: 'what',
      title: t('what'),
      render: (entry) => (
        <Typography.Text strong={entry.unread && entry.state === 'told'}>
          <EntryLink entry={entry}>{t(`kinds.${entry.kind}`)}</EntryLink>
        </Typography.Text>
      ),
    },
    {
      key: 'label',
      title: t('number'),
      render: ({ label }) => <span className="figure">{label ?? '—'}</span>,
    },
    {
      key: 'due',
      title: t('due'),
      render: ({ dueAt, state }) => (
        <Typography.Text {...(state === 'overdue' && { type: 'danger' })}>
          <InstantText at={dueAt} />
        </Typography.Text>
      ),
    },
    { key: 'since', title: t('since'), render: ({ openedAt }) => <InstantText at={openedAt} /> },
    {
      key: 'state',
      title: t('state'),
      render: ({ state }) => <StateTag state={state}>{t(`states.${state}`)}</StateTag>,
    },
  ];
}
