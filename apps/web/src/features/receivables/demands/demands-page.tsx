// Demands that a supplier sent, or that a debtor got.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { DeliveryTag } from './demand-states';

type Demand = View<'DemandView'>;

export function DemandsPage() {
  const { t } = useTranslation();
  const sent = useMay()('demand.issue');
  const pages = usePages(['demands'], (query) => take(api.GET('/api/demands', { params: { query } })));
  return (
    <Page title={t('demands.title')} about={t(sent ? 'demands.aboutSent' : 'demands.aboutGot')}>
      <List
        pages={pages}
        columns={useColumns(sent)}
        rowKey={({ id }) => id}
        empty={{ text: t(sent ? 'demands.emptySent' : 'demands.emptyGot') }}
      />
    </Page>
  );
}

function useColumns(sent: boolean): Column<Demand>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invoice',
      title: t('demands.invoice'),
      render: ({ id, invoiceNumber }) => (
        <Link to="/demands/$id" params={{ id }} className="figure" title={t('demands.open')}>
          {invoiceNumber}
        </Link>
      ),
    },
    {
      key: 'party',
      title: t(sent ? 'demands.to' : 'demands.from'),
      render: ({ debtorName, supplierName }) => (sent ? debtorName : supplierName),
    },
    {
      key: 'amount',
      title: t('demands.amount'),
      right: true,
      render: ({ payable }) => <MoneyText money={payable} />,
    },
    {
      key: 'answerBy',
      title: t('demands.answerBy'),
      render: ({ answerBy }) => <DateText date={answerBy} />,
    },
    { key: 'issued', title: t('demands.issued'), render: ({ issuedAt }) => <InstantText at={issuedAt} /> },
    {
      key: 'delivery',
      title: t('demands.mail'),
      render: ({ delivery }) => <DeliveryTag delivery={delivery} />,
    },
  ];
}
