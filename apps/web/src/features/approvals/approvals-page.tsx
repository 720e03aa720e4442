// Deeds of the reader's organisation that wait, or waited, for a second person.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useFilters } from '../../ui/filters';
import { LinkButton } from '../../ui/link-button';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { StateFilter } from '../../ui/state-filter';
import { useSentence } from '../../ui/text/bilingual';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';

type Approval = View<'ApprovalView'>;

const STATES = [
  'waiting',
  'approved',
  'declined',
  'stale',
  'expired',
  'withdrawn',
] as const satisfies readonly Approval['state'][];

export function ApprovalsPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['approvals', state], (page) =>
    take(api.GET('/api/approvals', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  return (
    <Page
      title={t('approvals.title')}
      about={t('approvals.about')}
      deeds={<LinkButton to="/approvals/marks">{t('approvals.marks')}</LinkButton>}
    >
      <StateFilter
        value={state}
        options={STATES.map((value) => ({ value, label: t(`approvals.state.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('approvals.empty') }}
      />
    </Page>
  );
}

function useColumns(): Column<Approval>[] {
  const { t } = useTranslation();
  const sentence = useSentence();
  return [
    {
      key: 'command',
      title: t('approvals.command'),
      render: ({ id, commandText }) => (
        <Link to="/approvals/$id" params={{ id }}>
          <strong>{sentence(commandText)}</strong>
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`approvals.state.${state}`)}</StateTag>,
    },
    { key: 'madeBy', title: t('approvals.madeBy'), render: ({ madeByName }) => madeByName },
    { key: 'madeAt', title: t('approvals.madeAt'), render: ({ madeAt }) => <InstantText at={madeAt} /> },
    {
      key: 'expiresAt',
      title: t('approvals.expiresAt'),
      render: ({ state, expiresAt }) => (state === 'waiting' ? <InstantText at={expiresAt} /> : '—'),
    },
    {
      key: 'decidedBy',
      title: t('approvals.decidedBy'),
      render: ({ decidedByName, reason }) => (
        <>
          {decidedByName ?? '—'}
          {reason && <div data-given>{reason}</div>}
        </>
      ),
    },
  ];
}
