// What is shown of an entry; the time of what is overdue is in red, beside the word for it.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import type { Column } from '../../ui/list';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { EntryLink } from './entry-link';

export function useColumns(): Column<View<'EntryView'>>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'what',
      title: t('inbox.what'),
      render: (entry) => (
        <Typography.Text strong={entry.unread && entry.state === 'told'}>
          <EntryLink entry={entry}>{t(`inbox.kinds.${entry.kind}`)}</EntryLink>
        </Typography.Text>
      ),
    },
    {
      key: 'label',
      title: t('inbox.number'),
      render: ({ label }) => <span className="figure">{label ?? '—'}</span>,
    },
    {
      key: 'due',
      title: t('inbox.due'),
      render: ({ dueAt, state }) => (
        <Typography.Text {...(state === 'overdue' && { type: 'danger' })}>
          <InstantText at={dueAt} />
        </Typography.Text>
      ),
    },
    { key: 'since', title: t('inbox.since'), render: ({ openedAt }) => <InstantText at={openedAt} /> },
    {
      key: 'state',
      title: t('inbox.state'),
      render: ({ state }) => <StateTag state={state}>{t(`inbox.states.${state}`)}</StateTag>,
    },
  ];
}
