// Suspends a person or lets them back, with the reason that is kept.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';

type User = View<'UserView'>;
interface UserStatusFormProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function UserStatusForm({ user: { id, name, status }, onClose }: UserStatusFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const suspends = status === 'active';
  const change = useDeed({
    call: (body: View<'UserStatusBody'>, header) =>
      take(api.POST('/api/users/{id}/status', { body, params: { header, path: { id } } })),
    touches: ['users'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={suspends ? t('identity.suspendTitle', { name }) : t('identity.reinstateTitle', { name })}
      yes={t(suspends ? 'parties.suspend' : 'parties.reinstate')}
      form={form}
      deed={change}
      onFinish={({ reason }) => change.mutate({ reason, status: suspends ? 'suspended' : 'active' })}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t(suspends ? 'identity.suspendConsequence' : 'identity.reinstateConsequence')}
      </Typography.Paragraph>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
