// One payment: what the bank says of it, what it paid, and by hand what the rest of it pays.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card, Descriptions, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { ReceiptsButton } from '../../audit/receipts-button';
import { AllocationForm } from './allocation-form';
import { Allocations } from './allocations';
import { PaymentState } from './payment-state';

type Payment = View<'PaymentView'>;

export function PaymentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['payments', 'one', id],
    queryFn: () => take(api.GET('/api/payments/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  const { payerName: name, allocations, actions, version } = data;
  return (
    <Page
      title={name ? t('settlement.paymentTitle', { name }) : t('settlement.paymentTitleUnnamed')}
      about={<PaymentState payment={data} />}
      deeds={<ReceiptsButton subjectId={id} />}
    >
      <Card size="small">
        <Facts payment={data} />
      </Card>
      {actions.includes('allocate') && (
        <Section title={t('settlement.allocateTitle')} about={t('settlement.allocateAbout')}>
          <AllocationForm key={version} payment={data} />
        </Section>
      )}
      <Section title={t('settlement.allocations')}>
        <Allocations allocations={allocations} />
      </Section>
    </Page>
  );
}

function Facts({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { amount, allocated, free, overpaid, bookedOn, valueDate, reference, payerAccount, text } = payment;
  const sum = (key: string, label: string, money: Payment['amount'], strong = false) => ({
    key,
    label,
    children: <MoneyText money={money} strong={strong} />,
  });
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        sum('amount', t('settlement.amount'), amount, true),
        sum('free', t('settlement.free'), free, true),
        sum('allocated', t('settlement.allocated'), allocated),
        sum('overpaid', t('settlement.overpaid'), overpaid),
        { key: 'booked', label: t('settlement.bookedOn'), children: <DateText date={bookedOn} /> },
        { key: 'value', label: t('settlement.valueDate'), children: <DateText date={valueDate} /> },
        {
          key: 'account',
          label: t('settlement.payerAccount'),
          children: <span className="hash">{payerAccount ?? '—'}</span>,
        },
        {
          key: 'reference',
          label: t('settlement.reference'),
          children: <span className="hash">{reference ?? '—'}</span>,
        },
        {
          key: 'text',
          label: t('settlement.text'),
          span: 'filled',
          children: <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text ?? '—'}</span>,
        },
      ]}
    />
  );
}
