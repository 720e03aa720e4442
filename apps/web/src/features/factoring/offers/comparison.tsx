// Offers side by side, in the order the server ranks them: cash today, cost in money and per year, recourse in words.
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Spin, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { dayText, InstantText, instantText } from '../../../ui/text/date-text';
import { Empty } from '../../../ui/empty';
import { MoneyText, type MoneyView } from '../../../ui/text/money-text';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { AcceptButton } from './accept-button';

type Request = View<'RequestView'>;
type Compared = View<'ComparedOfferView'>;

export function Comparison({ request }: { readonly request: Request }) {
  const { t, i18n } = useTranslation();
  const { id, state, closesAt } = request;
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', id],
    queryFn: () => take(api.GET('/api/financing-requests/{id}/comparison', { params: { path: { id } } })),
    refetchInterval: state === 'open' ? 15_000 : false,
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin />;
  const { offers, valueDate } = data;
  if (offers.length === 0)
    return (
      <Empty
        text={
          state === 'open'
            ? t('factoring.offersNone', { time: instantText(closesAt, i18n.language) })
            : t('factoring.offersNoneEnded')
        }
      />
    );
  return (
    <Section
      title={t('factoring.offersTitle')}
      about={t('factoring.valueDate', { date: dayText(valueDate, i18n.language) })}
    >
      <div
        style={{
          display: 'grid',
          gap: 16,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
          maxWidth: offers.length === 1 ? 520 : undefined,
        }}
      >
        {offers.map((compared) => (
          <OfferCard key={compared.offer.id} compared={compared} />
        ))}
      </div>
    </Section>
  );
}

function OfferCard({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation();
  const { offer, price, bestNetCash, bestRate } = compared;
  return (
    <Card
      size="small"
      title={offer.financierName}
      styles={{ header: { paddingBlock: 8 } }}
      actions={
        offer.actions.includes('offer.accept')
          ? [<AcceptButton key="accept" offer={offer} price={price} />]
          : undefined
      }
    >
      <Flex gap={4} wrap align="flex-start" style={{ minHeight: 32 }}>
        {bestNetCash && <Tag color="green">{t('factoring.mostCash')}</Tag>}
        {bestRate && <Tag color="green">{t('factoring.cheapest')}</Tag>}
      </Flex>
      <Flex justify="space-between" gap={12} style={{ marginBottom: 12 }}>
        <Figure title={t('factoring.netCash')}>
          <MoneyText money={price.netCash} strong />
        </Figure>
        <Figure title={t('factoring.allInRate')}>
          <strong className="figure">{price.allInRate === null ? '—' : percentOf(price.allInRate, 2)}</strong>
        </Figure>
      </Flex>
      <PriceLines price={price} />
      <Terms offer={offer} price={price} />
    </Card>
  );
}

function Figure({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Typography.Text type="secondary">{title}</Typography.Text>
      <div style={{ fontSize: 19 }}>{children}</div>
    </div>
  );
}

function PriceLines({ price }: { readonly price: Compared['price'] }) {
  const { t } = useTranslation();
  const { totalCost, interest, fees, forgone, released, simpleRate } = price;
  const line = (key: string, label: string, money: MoneyView) => ({
    key,
    label,
    children: <MoneyText money={money} />,
  });
  return (
    <Descriptions
      colon={false}
      size="small"
      column={1}
      styles={{ label: { width: '55%' }, content: { justifyContent: 'flex-end' } }}
      items={[
        line('cost', t('factoring.totalCost'), totalCost),
        line('interest', `· ${t('factoring.interest')}`, interest),
        line('fees', `· ${t('factoring.fees')}`, fees),
        line('forgone', `· ${t('factoring.forgone')}`, forgone),
        line('released', t('factoring.released'), released),
        {
          key: 'simple',
          label: t('factoring.simpleRate'),
          children: <span className="figure">{simpleRate === null ? '—' : percentOf(simpleRate, 2)}</span>,
        },
      ]}
    />
  );
}

function Terms({ offer, price }: { readonly offer: Compared['offer']; readonly price: Compared['price'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <>
      <Typography.Paragraph style={{ margin: '12px 0 8px' }}>
        {sentence(offer.recourseText)}
      </Typography.Paragraph>
      {price.noRateReason && <Alert type="warning" title={sentence(price.noRateReason)} />}
      {!price.calendarPublished && (
        <Typography.Paragraph type="warning">{t('factoring.holidaysUnknown')}</Typography.Paragraph>
      )}
      <Typography.Text type="secondary">
        {t('factoring.terms', {
          advance: percentOf(offer.advanceRate),
          rate: percentOf(offer.rateAnnual),
          dayCount: offer.dayCount,
        })}
        {' · '}
        {t('factoring.validUntil')} <InstantText at={offer.validUntil} />
      </Typography.Text>
    </>
  );
}
