// How much each debtor may owe, how much deals hold of it, what is left. Who may read exposures sees the deals too.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Decimal } from '#kernel';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { Bar } from '../../ui/bar';
import { InstantText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { MoneyText } from '../../ui/text/money-text';
import { Page } from '../../ui/page';
import { ExposureChart } from './exposure-chart';

type Limit = View<'LimitView'>;
type Exposure = Limit & Partial<Pick<View<'ExposureView'>, 'deals' | 'moreDeals'>>;

const DealsOf = lazy(async () => ({ default: (await import('./deals-of')).DealsOf }));
const LimitForm = lazy(async () => ({ default: (await import('./limit-form')).LimitForm }));

export function LimitsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [setting, set] = useState<Limit | 'new' | null>(null);
  const withDeals = may('exposure.read');
  const pages = usePages<Exposure>(['limits', withDeals], (query) =>
    withDeals
      ? take(api.GET('/api/exposures', { params: { query } }))
      : take(api.GET('/api/limits', { params: { query } })),
  );
  const maySet = may('limit.set');
  const add = maySet && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set('new')}>
      {t('risk.set')}
    </Button>
  );
  return (
    <Page title={t('risk.title')} about={t('risk.about')} deeds={add}>
      {withDeals && pages.items.length > 0 && <ExposureChart limits={pages.items} />}
      <List
        pages={pages}
        columns={useColumns(set)}
        rowKey={({ id }) => id}
        empty={{ text: t(maySet ? 'risk.empty' : 'risk.emptyReader'), deed: add }}
        expanded={
          withDeals
            ? (exposure) => (
                <Suspense>
                  <DealsOf exposure={exposure} />
                </Suspense>
              )
            : undefined
        }
      />
      {setting && (
        <Suspense>
          <LimitForm limit={setting === 'new' ? null : setting} onClose={() => set(null)} />
        </Suspense>
      )}
    </Page>
  );
}

const WHOLE = 100;

/** For the length of a bar only; what is said in figures comes from the server. */
function shareUsed({ limit, used }: Limit): number {
  const whole = new Decimal(limit.amount);
  if (whole.isZero()) return new Decimal(used.amount).isZero() ? 0 : WHOLE;
  return new Decimal(used.amount).div(whole).times(WHOLE).toDecimalPlaces(0).toNumber();
}

function useColumns(onChange: (limit: Limit) => void): Column<Exposure>[] {
  const { t } = useTranslation();
  return [
    { key: 'debtor', title: t('risk.debtor'), render: ({ debtorName }) => <strong>{debtorName}</strong> },
    { key: 'limit', title: t('risk.limit'), right: true, render: ({ limit }) => <MoneyText money={limit} /> },
    { key: 'used', title: t('risk.used'), right: true, render: ({ used }) => <MoneyText money={used} /> },
    {
      key: 'headroom',
      title: t('risk.headroom'),
      right: true,
      render: ({ headroom, excess }) => (
        <>
          <MoneyText money={headroom} strong />
          {!new Decimal(excess.amount).isZero() && (
            <div>
              <Tag color="red">
                {t('risk.excess')} <MoneyText money={excess} />
              </Tag>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'use',
      title: t('risk.use'),
      width: 160,
      render: (limit) => {
        const share = shareUsed(limit);
        return <Bar percent={share} label={t('risk.use')} />;
      },
    },
    { key: 'setAt', title: t('risk.setAt'), render: ({ setAt }) => <InstantText at={setAt} /> },
    {
      key: 'deeds',
      title: '',
      render: (limit) =>
        limit.actions.includes('set') && (
          <Button type="link" size="small" onClick={() => onChange(limit)}>
            {t('risk.change')}
          </Button>
        ),
    },
  ];
}
