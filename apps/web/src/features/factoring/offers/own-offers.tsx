// The offers that the reader's organisation made on one request; those of others it never sees.
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { useOfferColumns } from './offer-columns';

export function OwnOffers({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const columns = useOfferColumns(false);
  const pages = usePages(['offers', 'request', requestId], (page) =>
    take(api.GET('/api/offers', { params: { query: { ...page, requestId } } })),
  );
  return (
    <Section title={t('factoring.ownOffers')}>
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('factoring.ownOffersEmpty') }}
      />
    </Section>
  );
}
