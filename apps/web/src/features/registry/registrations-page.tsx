// Registrations one filed or is named in, the newest first.
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
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

const STATES = ['live', 'lapsed', 'cancelled', 'revoked'] as const satisfies readonly Registration['state'][];

export function RegistrationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['category', 'archived', 'state', 'q']);
  const archive = useArchiveTexts();
  const archived = filters.archived === 'yes' ? ('yes' as const) : undefined;
  const category = categories.find((one) => one === filters.category);
  const state = STATES.find((one) => one === filters.state);
  const chosen = {
    ...{ ...(category && { category }), ...(archived && { archived }), ...(state && { state }) },
    ...soughtBy(filters.q),
  };
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
        <Choice
          label={t('common.state')}
          any={t('common.anyState')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`registry.state.${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
        <Input.Search
          aria-label={archive('find')}
          placeholder={archive('find')}
          allowClear
          maxLength={200}
          defaultValue={filters.q}
          onSearch={(q) => change({ q: q.trim() })}
          style={{ width: 280 }}
        />
      </div>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={
          filters.q || state || category
            ? { text: archive('noneFound') }
            : archived
              ? { text: archive('empty') }
              : { text: t(file ? 'registry.empty' : 'registry.emptyReader'), deed: file }
        }
      />
    </Page>
  );
}

const NUMBER = /^[0-9 ]{18,32}$/;

/** 18 digits are a number; anything else is part of a grantor's name. */
const soughtBy = (q: string | undefined) => (!q ? {} : NUMBER.test(q) ? { number: q } : { grantor: q });

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
