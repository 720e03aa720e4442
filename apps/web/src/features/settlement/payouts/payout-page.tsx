// One payout: how far it has come, on what it rests, and what is to be done next.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Card, Descriptions, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay, useSession } from '../../../app/session';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { useSentence } from '../../../ui/text/bilingual';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { ReceiptsButton } from '../../audit/receipts-button';
import { DealTax } from '../../factoring/deals/deal-tax';
import { PayoutDeeds } from './payout-deeds';
import { PayoutState } from './payout-state';
import { PayoutTimeline } from './payout-timeline';

type Payout = View<'PayoutView'>;

export function PayoutPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['payouts', 'one', id],
    queryFn: () => take(api.GET('/api/payouts/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={t('settlement.payoutTitle', { holder: data.toHolder })}
      about={<PayoutState state={data.state} />}
      deeds={
        <>
          <PayoutDeeds payout={data} />
          <ReceiptsButton subjectId={id} />
        </>
      }
    >
      <Advice payout={data} />
      <Card size="small">
        <Figures payout={data} />
      </Card>
      {data.state === 'instructed' && data.kind === 'advance' && <DealTax dealId={data.dealId} />}
      <Section title={t('settlement.course')}>
        <Card>
          <PayoutTimeline payout={data} />
        </Card>
      </Section>
    </Page>
  );
}

function Advice({ payout: { state, instructedBy, reason } }: { readonly payout: Payout }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: session } = useSession();
  if (!may('payout.instruct')) return null;
  const style = { marginBottom: 16 };
  if (state === 'instructed' && instructedBy === session?.user.id)
    return <Alert type="info" showIcon style={style} title={t('settlement.yourOwn')} />;
  if (state !== 'declined' && state !== 'rejected' && state !== 'returned') return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={style}
      title={reason ? t('settlement.why', { reason }) : t(`settlement.payoutState.${state}`)}
      description={t('settlement.anew')}
    />
  );
}

function Figures({ payout }: { readonly payout: Payout }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { amount, kind, toHolder, toAccount, titleText, taxBasis, endToEndId, dealId } = payout;
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'amount', label: t('settlement.amount'), children: <MoneyText money={amount} strong /> },
        { key: 'kind', label: t('settlement.kindLabel'), children: t(`settlement.kind.${kind}`) },
        { key: 'to', label: t('settlement.to'), children: toHolder },
        {
          key: 'account',
          label: t('settlement.toAccount'),
          children: <span className="figure">{toAccount}</span>,
        },
        { key: 'basis', label: t('settlement.basis'), children: sentence(titleText) },
        ...(taxBasis ? [{ key: 'tax', label: t('tax.title'), children: <PaidOnTax payout={payout} /> }] : []),
        {
          key: 'deal',
          label: t('settlement.deal'),
          children: (
            <Link to="/deals/$id" params={{ id: dealId }}>
              {t('settlement.toTheDeal')}
            </Link>
          ),
        },
        {
          key: 'reference',
          label: t('settlement.endToEnd'),
          span: 'filled',
          children: <span className="hash">{endToEndId}</span>,
        },
      ]}
    />
  );
}

/** As it was known at the release; what the bureau says by now is on the deal. */
function PaidOnTax({ payout: { taxBasis, taxCheckedAt, taxWaiverReason } }: { readonly payout: Payout }) {
  const { t } = useTranslation();
  if (taxWaiverReason) return t('tax.waivedWith', { reason: taxWaiverReason });
  if (!taxBasis) return null;
  return (
    <>
      {t(`tax.basis.${taxBasis}`)}
      {taxCheckedAt && (
        <>
          {' '}
          · <InstantText at={taxCheckedAt} seconds />
        </>
      )}
    </>
  );
}
