// Offers side by side, in the order the server ranks them: cash today, cost in money and per year, recourse in words.
import { useQuery } from '@tanstack/react-query';
import { Alert, Spin, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { dayText, InstantText, instantText } from '../../../ui/text/date-text';
import { Empty } from '../../../ui/empty';
import { MoneyText } from '../../../ui/text/money-text';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { AcceptButton } from './accept-button';
import { ComparisonChart } from './comparison-chart';

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
      <div className={offers.length === 1 ? 'offers one' : 'offers'}>
        {offers.map((compared) => (
          <OfferCard key={compared.offer.id} compared={compared} />
        ))}
      </div>
      {offers.length > 1 && <ComparisonChart offers={offers} />}
    </Section>
  );
}

function OfferCard({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation();
  const { offer, price, bestNetCash, bestRate } = compared;
  return (
    <article className="panel offer" aria-label={offer.financierName}>
      <h3>{offer.financierName}</h3>
      <div className="offer-tags">
        {bestNetCash && <Tag color="green">{t('factoring.mostCash')}</Tag>}
        {bestRate && <Tag color="green">{t('factoring.cheapest')}</Tag>}
      </div>
      <div className="offer-figures">
        <Figure title={t('factoring.netCash')}>
          <MoneyText money={price.netCash} strong />
        </Figure>
        <Figure title={t('factoring.allInRate')}>
          <strong className="figure">{price.allInRate === null ? '—' : percentOf(price.allInRate, 2)}</strong>
        </Figure>
      </div>
      <PriceLines price={price} />
      <Terms offer={offer} price={price} />
      {offer.actions.includes('offer.accept') && (
        <div className="offer-deed">
          <AcceptButton offer={offer} price={price} />
        </div>
      )}
    </article>
  );
}

function Figure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className="muted">{title}</div>
      <div className="offer-figure">{children}</div>
    </div>
  );
}

function PriceLines({ price }: { readonly price: Compared['price'] }) {
  const { t } = useTranslation();
  const { totalCost, interest, fees, forgone, released, simpleRate } = price;
  const lines = [
    [t('factoring.totalCost'), totalCost],
    [`· ${t('factoring.interest')}`, interest],
    [`· ${t('factoring.fees')}`, fees],
    [`· ${t('factoring.forgone')}`, forgone],
    [t('factoring.released'), released],
  ] as const;
  return (
    <dl className="lines">
      {lines.map(([label, money]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <MoneyText money={money} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('factoring.simpleRate')}</dt>
        <dd className="figure">{simpleRate === null ? '—' : percentOf(simpleRate, 2)}</dd>
      </div>
    </dl>
  );
}

function Terms({ offer, price }: { readonly offer: Compared['offer']; readonly price: Compared['price'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <>
      <p>{sentence(offer.recourseText)}</p>
      {price.noRateReason && <Alert type="warning" title={sentence(price.noRateReason)} />}
      {!price.calendarPublished && <p className="warning-text">{t('factoring.holidaysUnknown')}</p>}
      <p className="muted">
        {t('factoring.terms', {
          advance: percentOf(offer.advanceRate),
          rate: percentOf(offer.rateAnnual),
          dayCount: offer.dayCount,
        })}
        {' · '}
        {t('factoring.validUntil')} <InstantText at={offer.validUntil} />
      </p>
    </>
  );
}
