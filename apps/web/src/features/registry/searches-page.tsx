// The first step of a search: what to look for. Below it, the searches made before.
import { Link } from '@tanstack/react-router';
import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { InstantText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { useFilters } from '../../ui/filters';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { SavedSearches } from './saved/saved-searches';
import { SearchForm } from './search-form';
import { TermsText } from './terms-text';

type PastSearch = View<'SearchView'>;

export function SearchesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['reference']);
  const { reference } = filters;
  const pages = usePages(['searches', reference], (page) =>
    take(api.GET('/api/searches', { params: { query: { ...page, ...(reference && { reference }) } } })),
  );
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
      render: ({ terms }) => <TermsText terms={terms} />,
    },
    { key: 'reference', title: t('saved.reference'), render: ({ reference: own }) => own ?? '—' },
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
      <SavedSearches />
      <Section title={t('registry.past')}>
        <Flex gap={12} wrap style={{ marginBottom: 12 }}>
          <Input.Search
            aria-label={t('saved.referenceStarts')}
            placeholder={t('saved.referenceStarts')}
            allowClear
            defaultValue={reference}
            maxLength={100}
            style={{ maxWidth: 320 }}
            onSearch={(value) => change({ reference: value.trim() })}
          />
          <Button href="/api/searches/export.csv" download>
            {t('saved.export')}
          </Button>
        </Flex>
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
