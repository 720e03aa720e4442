// What arrived at the bank: statements are sent here, and payments that no rule was sure of are found here.
import { Link } from '@tanstack/react-router';
import { Segmented, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPositive } from '#kernel';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { PaymentState } from './payment-state';
import { StatementUpload } from './statement-upload';

type Payment = View<'PaymentView'>;

const STATES = ['open', 'spent'] as const;

export function PaymentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['payments', state], (page) =>
    take(api.GET('/api/payments', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  return (
    <Page title={t('settlement.paymentsTitle')} about={t('settlement.paymentsAbout')}>
      {may('statement.import') && <StatementUpload />}
      <Segmented
        style={{ marginBottom: 16 }}
        value={state ?? ''}
        onChange={(value) => change({ state: value })}
        options={[
          { value: '', label: t('settlement.show.all') },
          ...STATES.map((value) => ({ value, label: t(`settlement.show.${value}`) })),
        ]}
      />
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t(state ? 'settlement.paymentsEmptyFiltered' : 'settlement.paymentsEmpty') }}
      />
    </Page>
  );
}

function useColumns(): Column<Payment>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'payer',
      title: t('settlement.payer'),
      render: ({ id, payerName }) => (
        <Link to="/payments/$id" params={{ id }}>
          {payerName ?? t('settlement.unnamed')}
        </Link>
      ),
    },
    {
      key: 'valueDate',
      title: t('settlement.valueDate'),
      render: ({ valueDate }) => <DateText date={valueDate} />,
    },
    {
      key: 'amount',
      title: t('settlement.amount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} strong />,
    },
    {
      key: 'free',
      title: t('settlement.free'),
      right: true,
      render: ({ free }) => <MoneyText money={free} />,
    },
    {
      key: 'text',
      title: t('settlement.text'),
      width: 260,
      render: ({ text }) => <span style={{ overflowWrap: 'anywhere' }}>{text}</span>,
    },
    {
      key: 'suggestion',
      title: t('settlement.suggested'),
      render: ({ suggestion, free }) =>
        suggestion && isPositive(free) ? (
          <Typography.Text type="secondary" className="figure">
            {suggestion.items.map(({ invoiceNumber }) => invoiceNumber).join(', ')}
          </Typography.Text>
        ) : null,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: (payment) => <PaymentState payment={payment} />,
    },
  ];
}
