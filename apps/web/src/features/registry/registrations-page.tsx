// Registrations one filed or is named in, the newest first.
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { Choice } from '../../ui/choice';
import { DateText, InstantText } from '../../ui/text/date-text';
import { useFilters } from '../../ui/filters';
import { LinkButton } from '../../ui/link-button';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { StateTag } from '../../ui/text/state-tag';
import { useArchiveTexts } from './archive-texts';
import { categories } from './categories';

type Registration = View<'RegistrationView'>;

export function RegistrationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['category', 'archived']);
  const archive = useArchiveTexts();
  const archived = filters.archived === 'yes' ? ('yes' as const) : undefined;
  const category = categories.find((one) => one === filters.category);
  const chosen = { ...(category && { category }), ...(archived && { archived }) };
  const pages = usePages(['registrations', chosen], (page) =>
    take(api.GET('/api/registrations', { params: { query: { ...page, ...chosen } } })),
  );
  const file = may('registration.file') && (
    <LinkButton to="/registrations/new" type="primary" icon={<PlusOutlined aria-hidden />}>
      {t('registry.file')}
    </LinkButton>
  );
  return (
    <Page title={t('registry.title')} about={archived ? archive('about') : t('registry.about')} deeds={file}>
      <div className="filters">
        <Choice
          label={t('registry.category')}
          any={t('registry.anyCategory')}
          value={category}
          options={categories.map((value) => ({ value, label: t(`registry.categories.${value}`) }))}
          onChange={(value) => change({ category: value })}
        />
        <Choice
          label={archive('label')}
          any={archive('all')}
          value={archived}
          options={[{ value: 'yes', label: archive('only') }]}
          onChange={(value) => change({ archived: value })}
        />
      </div>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={
          archived
            ? { text: archive('empty') }
            : { text: t(file ? 'registry.empty' : 'registry.emptyReader'), deed: file }
        }
      />
    </Page>
  );
}

const namesOf = (parties: readonly { readonly legalName: string }[]): string =>
  parties.map(({ legalName }) => legalName).join('、');

function useColumns(): Column<Registration>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'number',
      title: t('registry.number'),
      render: ({ id, number }) => (
        <Link to="/registrations/$id" params={{ id }} className="figure">
          {number}
        </Link>
      ),
    },
    {
      key: 'category',
      title: t('registry.category'),
      render: ({ category }) => t(`registry.categories.${category}`),
    },
    { key: 'grantor', title: t('registry.grantor'), render: ({ grantors }) => namesOf(grantors) },
    {
      key: 'secured',
      title: t('registry.securedParty'),
      render: ({ securedParties }) => namesOf(securedParties),
    },
    {
      key: 'filedAt',
      title: t('registry.filedAt'),
      render: ({ filedAt }) => <InstantText at={filedAt} seconds />,
    },
    { key: 'term', title: t('registry.term'), render: ({ expiresOn }) => <DateText date={expiresOn} /> },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`registry.state.${state}`)}</StateTag>,
    },
  ];
}
