// The first step of a search: what to look for. Below it, the searches made before.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { InstantText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { SearchForm } from './search-form';
import { termsText } from './terms-text';

type PastSearch = View<'SearchView'>;

export function SearchesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const pages = usePages(['searches'], (query) => take(api.GET('/api/searches', { params: { query } })));
  const columns: Column<PastSearch>[] = [
    {
      key: 'number',
      title: t('registry.certificateNumber'),
      render: ({ id, number }) => (
        <Link to="/searches/$id" params={{ id }} className="figure">
          {number}
        </Link>
      ),
    },
    {
      key: 'at',
      title: t('registry.searchedAt'),
      render: ({ searchedAt }) => <InstantText at={searchedAt} seconds />,
    },
    {
      key: 'terms',
      title: t('registry.searchedFor'),
      render: ({ terms }) => (
        <>
          {t(`registry.by.${terms.by}`)}: {termsText(terms)}
        </>
      ),
    },
    {
      key: 'hits',
      title: t('registry.hits'),
      right: true,
      render: ({ hitCount }) => t('registry.hitCount', { count: hitCount }),
    },
  ];
  return (
    <Page title={t('registry.searchTitle')} about={t('registry.searchAbout')}>
      {may('search.create') && <SearchForm />}
      <Section title={t('registry.past')}>
        <List
          pages={pages}
          columns={columns}
          rowKey={({ id }) => id}
          empty={{ text: t('registry.pastEmpty') }}
        />
      </Section>
    </Page>
  );
}
