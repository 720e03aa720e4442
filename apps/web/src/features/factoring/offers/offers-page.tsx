// Offers that the reader's organisation made or received, the newest first.
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
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
      <StateFilter
        value={state}
        options={STATES.map((value) => ({ value, label: t(`factoring.offerState.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List
        pages={pages}
        columns={useOfferColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('factoring.offersListEmpty') }}
      />
    </Page>
  );
}
