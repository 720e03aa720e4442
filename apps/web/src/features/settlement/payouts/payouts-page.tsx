// Payouts of the reader's organisation, the newest first.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { LinkButton } from '../../../ui/link-button';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { usePayoutColumns } from './payout-columns';
import { PAYOUT_STATES } from './payout-state';

export function PayoutsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['state']);
  const state = PAYOUT_STATES.find((one) => one === filters.state);
  const pages = usePages(['payouts', state], (page) =>
    take(api.GET('/api/payouts', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  return (
    <Page
      title={t('settlement.payoutsTitle')}
      about={t(may('payout.instruct') ? 'settlement.payoutsAbout' : 'settlement.payoutsAboutReader')}
    >
      <div style={{ overflowX: 'auto', marginBottom: 16 }}>
        <Segmented
          value={state ?? ''}
          onChange={(value) => change({ state: value })}
          options={[
            { value: '', label: t('common.all') },
            ...PAYOUT_STATES.map((value) => ({ value, label: t(`settlement.payoutState.${value}`) })),
          ]}
        />
      </div>
      <List
        pages={pages}
        columns={usePayoutColumns()}
        rowKey={({ id }) => id}
        empty={{
          text: t(state ? 'settlement.payoutsEmptyFiltered' : 'settlement.payoutsEmpty'),
          deed: !state && <LinkButton to="/deals">{t('settlement.toDeals')}</LinkButton>,
        }}
      />
    </Page>
  );
}
