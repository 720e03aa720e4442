// What waits for the person who is signed in, the most urgent first, and below it everything, with what they are told.
import { Button } from 'antd';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useFilters } from '../../ui/filters';
import { ProblemBox } from '../../ui/forms/problem';
import { List } from '../../ui/list';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { StateFilter } from '../../ui/state-filter';
import { Section } from '../../ui/section';
import { useColumns } from './entry-columns';
import { UrgentTasks } from './urgent-tasks';
import { useInboxTexts } from './texts';

type Entry = View<'EntryView'>;

const STATES = ['overdue', 'open', 'told', 'done', 'void'] as const satisfies readonly Entry['state'][];

export function InboxPage() {
  const t = useInboxTexts();
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
      title={t('title')}
      about={t('about')}
      deeds={
        <>
          {newest && anyUnread && (
            <Button loading={read.isPending} onClick={() => read.mutate({ through: newest.id })}>
              {t('markRead')}
            </Button>
          )}
          <LinkButton to="/mail-wishes">{t('mails')}</LinkButton>
        </>
      }
    >
      <ProblemBox error={read.error} />
      <UrgentTasks />
      <Section title={t('everything')}>
        <StateFilter
          label={t('state')}
          any={t('all')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
        <List pages={pages} columns={useColumns()} rowKey={({ id }) => id} empty={{ text: t('nothing') }} />
      </Section>
    </Page>
  );
}
