// One deal: what happened when, what it costs, and the receivables behind it.
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Descriptions, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { MoneyText, type MoneyView } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { StateTag } from '../../../ui/text/state-tag';
import { ReceiptsButton } from '../../audit/receipts-button';
import { DealPayouts } from '../../settlement/deals/deal-payouts';
import { DealStatement } from '../../settlement/deals/deal-statement';
import { DealDilution } from './deal-dilution';
import { DealItems } from './deal-items';
import { DealTax } from './deal-tax';
import { DealTimeline } from './deal-timeline';
import { DealTitle } from './deal-title';

type Deal = View<'DealView'>;

export function DealPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', 'one', id],
    queryFn: () => take(api.GET('/api/deals/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  const { supplierName: supplier, financierName: financier, state, frozenByFilingId } = data;
  return (
    <Page
      title={t('factoring.dealTitle', { supplier, financier })}
      about={<StateTag state={state}>{t(`factoring.dealState.${state}`)}</StateTag>}
      deeds={
        <>
          <ReceiptsButton subjectId={id} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      {frozenByFilingId && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('factoring.frozen')}
          description={
            <Link to="/registrations/$id" params={{ id: frozenByFilingId }}>
              {t('factoring.frozenSee')}
            </Link>
          }
        />
      )}
      <DealDilution deal={data} />
      <DealTimeline deal={data} />
      <DealTitle deal={data} />
      <DealTax dealId={id} />
      {may('payout.read') && <DealPayouts deal={data} />}
      <Section title={t('factoring.figures')}>
        <Card size="small">
          <Figures deal={data} />
        </Card>
      </Section>
      <Section title={t('factoring.total')}>
        <DealItems dealId={data.id} items={data.items} />
      </Section>
      {may('statement.read') && <DealStatement deal={data} />}
    </Page>
  );
}

function Figures({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const line = (key: string, label: string, money: MoneyView, strong = false) => ({
    key,
    label,
    children: <MoneyText money={money} strong={strong} />,
  });
  const rate = (key: string, label: string, fraction: string | null) => ({
    key,
    label,
    children: <span className="figure">{fraction === null ? '—' : percentOf(fraction, 2)}</span>,
  });
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        line('total', t('factoring.total'), deal.total),
        line('netCash', t('factoring.payOut'), deal.netCash, true),
        line('advance', `${t('factoring.advance')} (${percentOf(deal.advanceRate)})`, deal.advance),
        line('reserve', t('factoring.reserve'), deal.reserve),
        line(
          'interest',
          `${t('factoring.interest')} (${percentOf(deal.rateAnnual)} ${deal.dayCount})`,
          deal.interest,
        ),
        line('fees', t('factoring.fees'), deal.feesTotal),
        line('cost', t('factoring.totalCost'), deal.totalCost),
        line('released', t('factoring.released'), deal.released),
        rate('allIn', t('factoring.allInRate'), deal.allInRate),
        rate('simple', t('factoring.simpleRate'), deal.simpleRate),
        {
          key: 'recourse',
          label: t('factoring.recourseWord'),
          span: 'filled',
          children: sentence(deal.recourseText),
        },
      ]}
    />
  );
}
