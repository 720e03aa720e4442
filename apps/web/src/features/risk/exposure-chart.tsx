// Use and room of each limit, the debtors with the largest use first; amounts of one currency only share a scale.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Decimal } from '#kernel';
import type { View } from '../../api/client';
import { stackedBars } from '../../ui/chart/bars';
import { LazyChart } from '../../ui/chart/lazy-chart';

type Limit = View<'LimitView'>;

const MOST = 12;
const ROW = 30;
const HEAD = 64;

function largest(limits: readonly Limit[]): Limit[] {
  const currency = limits[0]?.currency;
  return limits
    .filter((limit) => limit.currency === currency)
    .sort((a, b) => new Decimal(b.used.amount).cmp(a.used.amount))
    .slice(0, MOST);
}

/** Drawn when it is opened: this may be somebody's first screen, and the drawing library is heavy. */
export function ExposureChart({ limits }: { readonly limits: readonly Limit[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="panel no-print"
      style={{ marginBottom: 16 }}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('risk.showChart')}</summary>
      {open && <Bars limits={limits} />}
    </details>
  );
}

function Bars({ limits }: { readonly limits: readonly Limit[] }) {
  const { t } = useTranslation();
  const shown = useMemo(() => largest(limits), [limits]);
  const option = useMemo(() => {
    const part = (name: string, colour: string, amountOf: (limit: Limit) => string) => ({
      name,
      colour,
      amounts: shown.map(amountOf),
    });
    return stackedBars(
      shown.map(({ debtorName }) => debtorName),
      [
        part(t('risk.used'), '#0f7a64', ({ used, excess }) =>
          new Decimal(used.amount).minus(excess.amount).toFixed(),
        ),
        part(t('risk.excess'), '#c8262c', ({ excess }) => excess.amount),
        part(t('risk.headroom'), '#b9d9cf', ({ headroom }) => headroom.amount),
      ],
    );
  }, [shown, t]);
  return <LazyChart label={t('risk.chart')} height={HEAD + ROW * shown.length} option={option} />;
}
