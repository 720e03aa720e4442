// The people who may sign in.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { InstantText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { useOrganisations } from '../parties/organisation-select';
import { NewUserForm } from './new-user-form';
import { ResetDeeds } from './recovery/reset-deeds';
import { RoleDeeds } from './roles/role-deeds';
import { SecondFactorRule } from './second-factor-rule';
import { UserStatusForm } from './user-status-form';

type User = View<'UserView'>;

export function UsersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<User | null>(null);
  const { names } = useOrganisations();
  const pages = usePages(['users'], (query) => take(api.GET('/api/users', { params: { query } })));
  const columns: Column<User>[] = [
    { key: 'name', title: t('identity.name'), render: ({ name }) => <strong>{name}</strong> },
    { key: 'login', title: t('identity.login'), render: ({ login }) => login },
    {
      key: 'organisation',
      title: t('identity.organisation'),
      render: ({ organisationId }) => names.get(organisationId) ?? '—',
    },
    {
      key: 'roles',
      title: t('identity.roles'),
      render: ({ roles, pendingRoles, resetAsked }) => (
        <Flex gap={4} wrap>
          {roles.map((role) => (
            <Tag key={role}>{t(`identity.role.${role}`)}</Tag>
          ))}
          {pendingRoles && <Tag color="orange">{t('identity.rolesPending')}</Tag>}
          {resetAsked && <Tag color="orange">{t('people.resetAsked')}</Tag>}
        </Flex>
      ),
    },
    {
      key: 'status',
      title: t('common.state'),
      render: ({ status }) => (
        <Tag color={status === 'active' ? 'green' : 'red'}>{t(`parties.status.${status}`)}</Tag>
      ),
    },
    { key: 'since', title: t('parties.since'), render: ({ createdAt }) => <InstantText at={createdAt} /> },
    {
      key: 'deeds',
      title: '',
      render: (user) => {
        const deed = (['suspend', 'reinstate'] as const).find((one) => user.actions.includes(one));
        if (!deed) return <RoleDeeds user={user} />;
        return (
          <Flex gap={4} wrap>
            <Button type="link" size="small" danger={deed === 'suspend'} onClick={() => setChanging(user)}>
              {t(`parties.${deed}`)}
            </Button>
            <RoleDeeds user={user} />
            <ResetDeeds user={user} />
          </Flex>
        );
      },
    },
  ];
  const create = may('user.create') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('identity.newUser')}
    </Button>
  );
  return (
    <Page title={t('identity.users')} about={t('identity.usersAbout')} deeds={create}>
      {may('user.assign') && <SecondFactorRule />}
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('identity.usersEmpty'), deed: create }}
      />
      {creating && <NewUserForm onClose={() => setCreating(false)} />}
      {changing && <UserStatusForm user={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}
