// What waits for the person who is signed in, and what they are told: one list, what is overdue in red.
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useFilters } from '../../ui/filters';
import { ProblemBox } from '../../ui/forms/problem';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { StateFilter } from '../../ui/state-filter';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { EntryLink } from './entry-link';

type Entry = View<'EntryView'>;

const STATES = ['overdue', 'open', 'told', 'done', 'void'] as const satisfies readonly Entry['state'][];

export function InboxPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['inbox', 'entries', state], (page) =>
    take(api.GET('/api/inbox', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  const read = useDeed({
    call: (body: View<'InboxReadBody'>, header) =>
      take(api.POST('/api/inbox/read', { body, params: { header } })),
    touches: ['inbox'],
  });
  const [newest] = pages.items;
  const anyUnread = pages.items.some(({ unread, state: now }) => unread && now === 'told');
  return (
    <Page
      title={t('inbox.title')}
      about={t('inbox.about')}
      deeds={
        newest &&
        anyUnread && (
          <Button loading={read.isPending} onClick={() => read.mutate({ through: newest.id })}>
            {t('inbox.markRead')}
          </Button>
        )
      }
    >
      <ProblemBox error={read.error} />
      <StateFilter
        label={t('inbox.state')}
        any={t('inbox.all')}
        value={state}
        options={STATES.map((value) => ({ value, label: t(`inbox.states.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List pages={pages} columns={useColumns()} rowKey={({ id }) => id} empty={{ text: t('inbox.empty') }} />
    </Page>
  );
}

function useColumns(): Column<Entry>[] {
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
    { key: 'due', title: t('inbox.due'), render: ({ dueAt }) => <InstantText at={dueAt} /> },
    { key: 'since', title: t('inbox.since'), render: ({ openedAt }) => <InstantText at={openedAt} /> },
    {
      key: 'state',
      title: t('inbox.state'),
      render: ({ state }) => <StateTag state={state}>{t(`inbox.states.${state}`)}</StateTag>,
    },
  ];
}
