// Each offer as one bar: what comes today, what comes at maturity, and what is lost on the way.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { stackedBars } from '../../../ui/chart/bars';
import { LazyChart } from '../../../ui/chart/lazy-chart';

const ROW = 36;
const HEAD = 64;

export function ComparisonChart({ offers }: { readonly offers: readonly View<'ComparedOfferView'>[] }) {
  const { t } = useTranslation();
  const option = useMemo(() => {
    const part = (name: string, colour: string, key: 'netCash' | 'released' | 'totalCost') => ({
      name,
      colour,
      amounts: offers.map(({ price }) => price[key].amount),
    });
    return stackedBars(
      offers.map(({ offer }) => offer.financierName),
      [
        part(t('factoring.chartCash'), '#0f7a64', 'netCash'),
        part(t('factoring.chartLater'), '#8cc7b5', 'released'),
        part(t('factoring.chartCost'), '#d08b2c', 'totalCost'),
      ],
    );
  }, [offers, t]);
  return (
    <div className="panel" style={{ marginTop: 16 }}>
      <LazyChart label={t('factoring.chartTitle')} height={HEAD + ROW * offers.length} option={option} />
    </div>
  );
}
