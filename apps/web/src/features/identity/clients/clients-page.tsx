// The programs of the organisation that act by themselves: what each may do, and its keys.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { StatusForm } from '../../../ui/forms/status-form';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { usePermissionWords } from '../roles/role-table';
import { ClientKeys } from './client-keys';
import { NewClientForm } from './new-client-form';
import { TokenEndpoint } from './token-endpoint';

type Client = View<'ClientView'>;

export function ClientsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const words = usePermissionWords();
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<Client | null>(null);
  const pages = usePages(['clients'], (query) => take(api.GET('/api/clients', { params: { query } })));
  const columns: Column<Client>[] = [
    {
      key: 'name',
      title: t('people.clientName'),
      render: ({ name, id }) => (
        <>
          <strong>{name}</strong>
          <div className="muted" style={{ overflowWrap: 'anywhere' }}>
            {t('people.clientId')}: {id}
          </div>
        </>
      ),
    },
    {
      key: 'scopes',
      title: t('people.scopes'),
      render: ({ permissions }) => (
        <Flex gap={4} wrap>
          {permissions.map((one) => (
            <Tag key={one} title={one}>
              {words(one)}
            </Tag>
          ))}
        </Flex>
      ),
    },
    { key: 'keys', title: t('people.keys'), render: (client) => <ClientKeys client={client} /> },
    {
      key: 'status',
      title: t('common.state'),
      render: ({ status }) => (
        <Tag color={status === 'active' ? 'green' : 'red'}>{t(`parties.status.${status}`)}</Tag>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (client) => {
        const deed = (['suspend', 'reinstate'] as const).find((one) => client.actions.includes(one));
        return deed ? (
          <Button type="link" size="small" danger={deed === 'suspend'} onClick={() => setChanging(client)}>
            {t(`parties.${deed}`)}
          </Button>
        ) : null;
      },
    },
  ];
  const create = may('client.manage') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('people.newClient')}
    </Button>
  );
  return (
    <Page title={t('people.clients')} about={t('people.clientsAbout')} deeds={create}>
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('people.clientsEmpty'), deed: create }}
      />
      <TokenEndpoint />
      {creating && <NewClientForm onClose={() => setCreating(false)} />}
      {changing && <ClientStatus client={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}

interface ClientStatusProps {
  readonly client: Client;
  readonly onClose: () => void;
}

function ClientStatus({ client: { id, name, status }, onClose }: ClientStatusProps) {
  const { t } = useTranslation();
  const suspends = status === 'active';
  return (
    <StatusForm
      status={status}
      title={t(suspends ? 'identity.suspendTitle' : 'identity.reinstateTitle', { name })}
      consequence={t(suspends ? 'people.suspendClient' : 'people.reinstateClient')}
      touches={['clients']}
      change={(body, header) =>
        take(api.POST('/api/clients/{id}/status', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
