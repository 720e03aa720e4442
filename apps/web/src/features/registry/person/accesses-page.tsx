// Who looked for natural persons: all of it for the operator, and for a person who has an account what concerns them.
import { Link } from '@tanstack/react-router';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { InstantText } from '../../../ui/text/date-text';
import { usePersonTexts } from './texts';

type Access = View<'PersonAccessView'>;

export function PersonAccessesPage() {
  const t = usePersonTexts();
  const may = useMay();
  const pages = usePages(['person-accesses'], (query) =>
    take(api.GET('/api/person-accesses', { params: { query } })),
  );
  const columns: Column<Access>[] = [
    { key: 'at', title: t('at'), render: ({ at }) => <InstantText at={at} seconds /> },
    { key: 'masked', title: t('masked'), render: ({ masked }) => <span className="hash">{masked}</span> },
    { key: 'purpose', title: t('why'), render: ({ purpose }) => purpose },
    {
      key: 'organisation',
      title: t('organisation'),
      render: ({ byOrganisation: id, organisationName }) =>
        may('organisation.onboard') ? (
          <Link to="/organisations/$id" params={{ id }}>
            {organisationName}
          </Link>
        ) : (
          organisationName
        ),
    },
    {
      key: 'user',
      title: t('user'),
      render: ({ byUser }) => <span className="hash">…{byUser.slice(-8)}</span>,
    },
  ];
  return (
    <Page title={t('title')} about={t('about')}>
      <List pages={pages} columns={columns} rowKey={({ id }) => id} empty={{ text: t('empty') }} />
    </Page>
  );
}
