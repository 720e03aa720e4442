// Trading partners whom the reader's organisation has invited.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useSession } from '../../app/session';
import { FormDialog } from '../../ui/forms/form-dialog';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';

type Invitation = View<'InvitationView'>;
type Values = View<'PartnerInvitationBody'>;

export function InvitationsPage() {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const pages = usePages(['invitations'], (query) =>
    take(api.GET('/api/invitations', { params: { query } })),
  );
  const invite = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setInviting(true)}>
      {t('joining.invite')}
    </Button>
  );
  return (
    <Page title={t('joining.invitations')} about={t('joining.invitationsAbout')} deeds={invite}>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('joining.invitationsEmpty'), deed: invite }}
      />
      {inviting && <PartnerForm onClose={() => setInviting(false)} />}
    </Page>
  );
}

function useColumns(): Column<Invitation>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invitee',
      title: t('joining.invitee'),
      render: ({ inviteeName }) => <strong>{inviteeName}</strong>,
    },
    { key: 'email', title: t('joining.email'), render: ({ email }) => email },
    {
      key: 'as',
      title: t('joining.invitedAs'),
      render: ({ invitedAs, purpose }) =>
        invitedAs ? t(`parties.capability.${invitedAs}`) : t(`joining.purpose.${purpose}`),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => (
        <StateTag state={state === 'used' ? 'accepted' : state}>
          {t(`joining.invitationState.${state}`)}
        </StateTag>
      ),
    },
    {
      key: 'expires',
      title: t('joining.expires'),
      render: ({ expiresAt }) => <InstantText at={expiresAt} />,
    },
  ];
}

function PartnerForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { data: session } = useSession();
  const own: readonly string[] = session?.organisation.capabilities ?? [];
  const sides = (['core_enterprise', 'supplier'] as const).filter((side) =>
    own.includes(side === 'supplier' ? 'core_enterprise' : 'supplier'),
  );
  const invite = useDeed({
    call: (body: Values, header) => take(api.POST('/api/invitations', { body, params: { header } })),
    touches: ['invitations'],
    done: t('joining.invited'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('joining.invite')}
      yes={t('joining.invite')}
      form={form}
      deed={invite}
      initialValues={{ invitedAs: sides[0] }}
      onFinish={(values) => invite.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="inviteeName" label={t('joining.invitee')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="email" label={t('joining.email')} rules={[{ required: true }]}>
        <Input maxLength={200} type="email" />
      </Form.Item>
      <Form.Item name="invitedAs" label={t('joining.invitedAs')}>
        <Select options={sides.map((value) => ({ value, label: t(`parties.capability.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
