// A plan: what it brings and costs and how sure that is, what to accept, and what it leaves out and why.
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { MoneyText, moneyText } from '../../../ui/text/money-text';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { AcceptButton } from '../offers/accept-button';
import { usePlanTexts } from './texts';

type Plan = View<'CashPlanView'>;

const PROVED = '0.000000';

export function PlanShown({ plan }: { readonly plan: Plan }) {
  const t = usePlanTexts();
  return (
    <>
      <Answer plan={plan} />
      {plan.offers.length > 0 && (
        <Section title={t('take')} about={t('takeAbout')}>
          <ToAccept offers={plan.offers} />
        </Section>
      )}
      {plan.receivablesLeftOut.length > 0 && (
        <Section title={t('left')} about={t('leftAbout')}>
          <LeftOut receivables={plan.receivablesLeftOut} />
        </Section>
      )}
    </>
  );
}

function Answer({ plan }: { readonly plan: Plan }) {
  const t = usePlanTexts();
  const { i18n } = useTranslation();
  const { isReached, netCash, totalCost, allInRate, gap, missing } = plan;
  const cash = moneyText(netCash, i18n.language);
  const sure = gap === PROVED ? t(isReached ? 'proved' : 'provedMost') : t('gap', { gap: percentOf(gap, 2) });
  const title = isReached
    ? t('reached', { cash, cost: moneyText(totalCost, i18n.language) })
    : t('short', { cash, missing: moneyText(missing, i18n.language) });
  return (
    <Alert
      style={{ marginTop: 16 }}
      type={isReached ? 'success' : 'warning'}
      showIcon
      title={title}
      description={
        <>
          {allInRate !== null && (
            <p>
              {t('allIn')}: <strong className="figure">{percentOf(allInRate, 2)}</strong>
            </p>
          )}
          <p>{isReached ? sure : `${sure} ${t('shortHelp')}`}</p>
        </>
      }
    />
  );
}

function ToAccept({ offers }: { readonly offers: Plan['offers'] }) {
  const t = usePlanTexts();
  const columns: Column<Plan['offers'][number]>[] = [
    { key: 'financier', title: t('financier'), render: ({ offer }) => offer.financierName },
    {
      key: 'cash',
      title: t('netCash'),
      right: true,
      render: ({ price }) => <MoneyText money={price.netCash} strong />,
    },
    {
      key: 'cost',
      title: t('cost'),
      right: true,
      render: ({ price }) => <MoneyText money={price.totalCost} />,
    },
    {
      key: 'rate',
      title: t('allIn'),
      right: true,
      render: ({ price }) => (price.allInRate === null ? '—' : percentOf(price.allInRate, 2)),
    },
    { key: 'request', title: t('request'), render: ({ offer }) => <ToRequest id={offer.requestId} /> },
    {
      key: 'accept',
      title: '',
      render: ({ offer, price }) =>
        offer.actions.includes('offer.accept') && <AcceptButton offer={offer} price={price} />,
    },
  ];
  return (
    <List pages={partList(offers)} columns={columns} rowKey={({ offer }) => offer.id} empty={{ text: '—' }} />
  );
}

function LeftOut({ receivables }: { readonly receivables: Plan['receivablesLeftOut'] }) {
  const t = usePlanTexts();
  const sentence = useSentence();
  const columns: Column<Plan['receivablesLeftOut'][number]>[] = [
    { key: 'invoice', title: t('invoice'), render: ({ invoiceNumber }) => invoiceNumber },
    {
      key: 'amount',
      title: t('amountOffered'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} />,
    },
    {
      key: 'why',
      title: t('why'),
      render: ({ reason, obstacle }) => (obstacle ? sentence(obstacle) : t(`reasons.${reason}`)),
    },
    { key: 'request', title: t('request'), render: ({ requestId }) => <ToRequest id={requestId} /> },
  ];
  return (
    <List
      pages={partList(receivables)}
      columns={columns}
      rowKey={({ requestId, receivableId }) => `${requestId}/${receivableId}`}
      empty={{ text: '—' }}
    />
  );
}

function ToRequest({ id }: { readonly id: string }) {
  const t = usePlanTexts();
  return (
    <Link to="/requests/$id" params={{ id }}>
      {t('see')}
    </Link>
  );
}
