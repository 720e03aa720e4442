// Changes one's own password; one's other sessions end.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';

type Values = View<'PasswordBody'>;

export function PasswordForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const change = useDeed({
    call: (body: Values) => take(api.POST('/api/auth/password', { body })),
    touches: ['session'],
    done: t('identity.passwordChanged'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('identity.changePassword')}
      form={form}
      deed={change}
      onFinish={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="oldPassword" label={t('identity.currentPassword')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('identity.newPassword')}
        extra={t('identity.passwordRule')}
        rules={[{ required: true }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}
