// Requests for money: a supplier's own, or those put before the reader's organisation.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { useFilters } from '../../../ui/filters';
import { LinkButton } from '../../../ui/link-button';
import { type Column, List } from '../../../ui/list';
import { MoneyText, type MoneyView } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { StateTag } from '../../../ui/text/state-tag';
import { usePlanTexts } from '../plan/texts';

type RequestLine = View<'RequestSummaryView'>;

const STATES = ['open', 'closed', 'expired', 'withdrawn'] as const satisfies readonly RequestLine['state'][];

type Grade = NonNullable<RequestLine['worstGrade']>;
const GRADES = ['A', 'B', 'C', 'D', 'E'] as const satisfies readonly Grade[];

function useRequests(state: RequestLine['state'] | undefined, grade?: Grade) {
  const wish = { ...(state && { state }), ...(grade && { grade }) };
  return usePages(['requests', state, grade], (page) =>
    take(api.GET('/api/financing-requests', { params: { query: { ...page, ...wish } } })),
  );
}

export function RequestsPage() {
  const { t } = useTranslation();
  const plan = usePlanTexts();
  const may = useMay();
  const own = may('request.create');
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const choose = (
    <LinkButton to="/receivables" type="primary">
      {t('factoring.requestsEmptyFix')}
    </LinkButton>
  );
  return (
    <Page
      title={t('factoring.requestsTitle')}
      about={t(own ? 'factoring.requestsAbout' : 'factoring.requestsAboutReader')}
      deeds={
        own && (
          <>
            <LinkButton to="/requests/plan">{plan('open')}</LinkButton>
            {choose}
          </>
        )
      }
    >
      <StateFilter
        value={state}
        options={STATES.map((value) => ({ value, label: t(`factoring.requestState.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List
        pages={useRequests(state)}
        columns={useColumns(!own)}
        rowKey={({ id }) => id}
        empty={{
          text: t(own ? 'factoring.requestsEmpty' : 'factoring.requestsEmptyReader'),
          deed: own && choose,
        }}
      />
    </Page>
  );
}

export function MarketPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['grade']);
  const grade = GRADES.find((one) => one === filters.grade);
  return (
    <Page title={t('factoring.marketTitle')} about={t('factoring.marketAbout')}>
      <StateFilter
        label={t('assurance.atLeast')}
        any={t('assurance.any')}
        value={grade}
        options={GRADES.slice(0, -1).map((value) => ({
          value,
          label: t('assurance.orBetter', { grade: value }),
        }))}
        onChange={(value) => change({ grade: value })}
      />
      <List
        pages={useRequests('open', grade)}
        columns={useColumns(true)}
        rowKey={({ id }) => id}
        empty={{ text: t('factoring.marketEmpty') }}
      />
    </Page>
  );
}

function Room({ room, total }: { readonly room: MoneyView; readonly total: MoneyView }) {
  const { t } = useTranslation();
  return (
    <>
      <MoneyText money={room} />
      {room.amount !== total.amount && (
        <div>
          <Tag color="gold">{t('factoring.tooLittle')}</Tag>
        </div>
      )}
    </>
  );
}

function useColumns(withSupplier: boolean): Column<RequestLine>[] {
  const { t } = useTranslation();
  const supplier: Column<RequestLine> = {
    key: 'supplier',
    title: t('factoring.supplier'),
    render: ({ supplierName }) => supplierName,
  };
  const room: Column<RequestLine> = {
    key: 'room',
    title: t('factoring.roomForIt'),
    right: true,
    render: ({ roomForIt, total }) => roomForIt && <Room room={roomForIt} total={total} />,
  };
  return [
    ...(withSupplier ? [supplier] : []),
    {
      key: 'total',
      title: t('factoring.total'),
      right: withSupplier,
      render: ({ total }) => <MoneyText money={total} strong />,
    },
    ...(withSupplier ? [room] : []),
    {
      key: 'items',
      title: t('factoring.receivablesTitle'),
      render: ({ itemCount }) => t('factoring.items', { count: itemCount }),
    },
    {
      key: 'grade',
      title: t('assurance.weakest'),
      render: ({ worstGrade }) => worstGrade ?? <span className="muted">—</span>,
    },
    {
      key: 'due',
      title: t('factoring.firstDue'),
      render: ({ firstDueDate }) => <DateText date={firstDueDate} />,
    },
    { key: 'closes', title: t('factoring.closes'), render: ({ closesAt }) => <InstantText at={closesAt} /> },
    { key: 'offers', title: t('factoring.offersCount'), right: true, render: ({ liveOffers }) => liveOffers },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`factoring.requestState.${state}`)}</StateTag>,
    },
    {
      key: 'see',
      title: '',
      render: ({ id, actions }) => (
        <Link to="/requests/$id" params={{ id }}>
          {t(actions.includes('offer.create') ? 'factoring.offer' : 'factoring.see')}
        </Link>
      ),
    },
  ];
}
