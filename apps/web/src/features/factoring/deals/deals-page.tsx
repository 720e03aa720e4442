// Deals of the reader's organisation, the newest first.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { Choice } from '../../../ui/choice';
import { InstantText } from '../../../ui/text/date-text';
import { useFilters } from '../../../ui/filters';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { StateTag } from '../../../ui/text/state-tag';

type Deal = View<'DealView'>;

const STATES = [
  'accepted',
  'funded',
  'matured',
  'overdue',
  'recourse',
  'bought_back',
  'settled',
  'written_off',
] as const satisfies readonly Deal['state'][];

export function DealsPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['deals', state], (page) =>
    take(api.GET('/api/deals', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  const columns: Column<Deal>[] = [
    {
      key: 'acceptedAt',
      title: t('factoring.acceptedAt'),
      render: ({ id, acceptedAt }) => (
        <Link to="/deals/$id" params={{ id }}>
          <InstantText at={acceptedAt} />
        </Link>
      ),
    },
    {
      key: 'with',
      title: `${t('factoring.supplier')} / ${t('factoring.financier')}`,
      render: ({ supplierId, supplierName, financierName }) =>
        supplierId === session?.organisation.id ? financierName : supplierName,
    },
    {
      key: 'total',
      title: t('factoring.total'),
      right: true,
      render: ({ total }) => <MoneyText money={total} />,
    },
    {
      key: 'netCash',
      title: t('factoring.payOut'),
      right: true,
      render: ({ netCash }) => <MoneyText money={netCash} strong />,
    },
    {
      key: 'registration',
      title: t('factoring.registration'),
      render: ({ filingNumber }) => <span className="figure">{filingNumber}</span>,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, frozenAt, taxWaivedAt }) => (
        <>
          <StateTag state={state}>{t(`factoring.dealState.${state}`)}</StateTag>
          {frozenAt && <Tag color="orange">{t('receivables.state.frozen')}</Tag>}
          {taxWaivedAt && <Tag color="gold">{t('tax.waivedTag')}</Tag>}
        </>
      ),
    },
  ];
  return (
    <Page title={t('factoring.dealsTitle')} about={t('factoring.dealsAbout')}>
      <div className="filters no-print">
        <Choice
          label={t('common.state')}
          any={t('common.anyState')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`factoring.dealState.${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
      </div>
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('factoring.dealsEmpty') }}
      />
    </Page>
  );
}
