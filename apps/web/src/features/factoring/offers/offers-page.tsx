// Offers that the reader's organisation made or received, the newest first.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { useOfferColumns } from './offer-columns';

type Offer = View<'OfferView'>;

const STATES = [
  'live',
  'accepted',
  'rejected',
  'withdrawn',
  'lapsed',
] as const satisfies readonly Offer['state'][];

export function OffersPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['offers', state], (page) =>
    take(api.GET('/api/offers', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  return (
    <Page title={t('factoring.offersListTitle')} about={t('factoring.offersAbout')}>
      <div style={{ overflowX: 'auto', marginBottom: 16 }}>
        <Segmented
          value={state ?? ''}
          onChange={(value) => change({ state: value })}
          options={[
            { value: '', label: t('common.all') },
            ...STATES.map((value) => ({ value, label: t(`factoring.offerState.${value}`) })),
          ]}
        />
      </div>
      <List
        pages={pages}
        columns={useOfferColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('factoring.offersListEmpty') }}
      />
    </Page>
  );
}
