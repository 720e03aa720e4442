// How the mails about inboxes fare, for the operator: nobody's address, and nothing of what they say.
import { Button, Tag } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { ProblemBox } from '../../../ui/forms/problem';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { InstantText } from '../../../ui/text/date-text';
import { useMailTexts } from './texts';

type Mail = View<'MailView'>;

const STATES = ['waiting', 'failed', 'sent', 'dropped'] as const satisfies readonly Mail['state'][];
const COLOURS = { waiting: 'blue', failed: 'red', sent: 'green', dropped: 'default' } as const;

export function MailsPage() {
  const t = useMailTexts();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['mails', state], (page) =>
    take(api.GET('/api/mails', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  const again = useDeed({
    call: ({ id }: Mail, header) =>
      take(api.POST('/api/mails/{id}/send-again', { params: { header, path: { id } } })),
    touches: ['mails'],
    done: t('againDone'),
  });
  const columns: Column<Mail>[] = [
    { key: 'person', title: t('person'), render: ({ personName }) => <strong>{personName}</strong> },
    { key: 'organisation', title: t('organisation'), render: ({ organisationName }) => organisationName },
    { key: 'why', title: t('why'), render: ({ cadence }) => t(`cadences.${cadence}`) },
    { key: 'entries', title: t('entries'), render: ({ entries }) => entries },
    {
      key: 'state',
      title: t('state'),
      render: ({ state: now }) => <Tag color={COLOURS[now]}>{t(`states.${now}`)}</Tag>,
    },
    { key: 'tries', title: t('tries'), render: ({ tries }) => tries },
    {
      key: 'lastError',
      title: t('lastError'),
      render: ({ lastError }) => (lastError === null ? '—' : <span data-given>{lastError}</span>),
    },
    { key: 'written', title: t('written'), render: ({ writtenAt }) => <InstantText at={writtenAt} /> },
    {
      key: 'sent',
      title: t('sent'),
      render: ({ sentAt }) => (sentAt === null ? '—' : <InstantText at={sentAt} />),
    },
    {
      key: 'deeds',
      title: '',
      render: (mail) =>
        mail.actions.includes('send_again') && (
          <Button type="link" size="small" onClick={() => again.mutate(mail)}>
            {t('again')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('title')} about={t('about')}>
      <ProblemBox error={again.error} />
      <StateFilter
        label={t('state')}
        any={t('all')}
        value={state}
        options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List pages={pages} columns={columns} rowKey={({ id }) => id} empty={{ text: t('nothing') }} />
    </Page>
  );
}
