// What a person may do. One's own roles wait for somebody else, who decides here.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { ROLES } from './roles';

type Values = View<'RolesBody'>;

interface RolesFormProps {
  readonly user: View<'UserView'>;
  readonly onClose: () => void;
}

export function RolesForm({ user: { id, name, roles }, onClose }: RolesFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const assign = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/users/{id}/roles', { body, params: { header, path: { id } } })),
    touches: ['users'],
    done: t('identity.rolesAsked'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('identity.rolesOf', { name })}
      form={form}
      deed={assign}
      initialValues={{ roles }}
      onFinish={(values) => assign.mutate(values)}
      onClose={onClose}
    >
      <Form.Item
        name="roles"
        label={t('identity.roles')}
        extra={t('identity.rolesRule')}
        rules={[{ required: true }]}
      >
        <Select
          mode="multiple"
          options={ROLES.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
