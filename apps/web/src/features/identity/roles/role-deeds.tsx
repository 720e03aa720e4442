// What an administrator does about a person's roles and lost authenticator.
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { RolesForm } from './roles-form';

interface RoleDeedsProps {
  readonly user: View<'UserView'>;
}

export function RoleDeeds({ user }: RoleDeedsProps) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const [resetting, setResetting] = useState(false);
  const path = { id: user.id };
  const decide = useDeed({
    call: (body: View<'RolesDecisionBody'>, header) =>
      take(api.POST('/api/users/{id}/roles/decision', { body, params: { header, path } })),
    touches: ['users'],
    done: t('identity.rolesDecided'),
  });
  const asked = (user.pendingRoles ?? []).map((role) => t(`identity.role.${role as 'supplier'}`)).join(' · ');
  return (
    <>
      {user.actions.includes('decide_roles') && (
        <>
          <Button type="link" size="small" onClick={() => decide.mutate({ decision: 'approve' })}>
            {t('identity.approveRoles', { roles: asked })}
          </Button>
          <Button type="link" size="small" danger onClick={() => decide.mutate({ decision: 'decline' })}>
            {t('identity.declineRoles')}
          </Button>
        </>
      )}
      {user.actions.includes('change_roles') && (
        <Button type="link" size="small" onClick={() => setChanging(true)}>
          {t('identity.changeRoles')}
        </Button>
      )}
      {user.actions.includes('reset_totp') && (
        <Button type="link" size="small" onClick={() => setResetting(true)}>
          {t('identity.resetTotp')}
        </Button>
      )}
      {changing && <RolesForm user={user} onClose={() => setChanging(false)} />}
      {resetting && <ResetForm user={user} onClose={() => setResetting(false)} />}
    </>
  );
}

function ResetForm({ user: { id, name }, onClose }: RoleDeedsProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<View<'ReasonBody'>>();
  const reset = useDeed({
    call: (body: View<'ReasonBody'>, header) =>
      take(api.POST('/api/users/{id}/totp-reset', { body, params: { header, path: { id } } })),
    touches: ['users'],
    done: t('identity.totpReset'),
    onDone: onClose,
  });
  return (
    <FormDialog<View<'ReasonBody'>>
      title={t('identity.resetTotpOf', { name })}
      form={form}
      deed={reset}
      onFinish={(body) => reset.mutate(body)}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
