// Makes a user with a first password; whether the roles suit the organisation is the server's rule.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { OrganisationSelect } from '../parties/organisation-select';
import { ROLES } from './roles/roles';

type Values = View<'NewUserBody'>;

export function NewUserForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const create = useDeed({
    call: (body: Values, header) => take(api.POST('/api/users', { body, params: { header } })),
    touches: ['users'],
    done: t('identity.created'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('identity.newUser')}
      form={form}
      deed={create}
      onFinish={({ email, ...values }) => create.mutate(email ? { ...values, email } : values)}
      onClose={onClose}
    >
      <Form.Item name="organisationId" label={t('identity.organisation')} rules={[{ required: true }]}>
        <OrganisationSelect />
      </Form.Item>
      <Form.Item name="roles" label={t('identity.roles')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={ROLES.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('identity.name')} rules={[{ required: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="login" label={t('identity.login')} rules={[{ required: true }]}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t('people.email')} extra={t('people.emailOfUser')}>
        <Input maxLength={254} type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('identity.initialPassword')}
        extra={t('identity.passwordRule')}
        rules={[{ required: true }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}
