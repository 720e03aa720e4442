// Registers a program with a part of what the organisation's people may do.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { usePermissionWords, useRoleTable } from '../roles/role-table';

type Values = View<'NewClientBody'>;

/** What programs may be offered; whether they may have it is the server's rule. */
function useOffered(): Values['permissions'] {
  const { data: session } = useSession();
  const { data: table } = useRoleTable();
  const capabilities = session?.organisation.capabilities ?? [];
  const own = (table?.items ?? []).filter(
    ({ sees, heldBy }) => sees === 'own' && heldBy.some((one) => capabilities.includes(one)),
  );
  const all = new Set(own.flatMap(({ permissions }) => permissions));
  return [...all].filter((one) => !/^(user|client)\./.test(one)).sort();
}

export function NewClientForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const words = usePermissionWords();
  const offered = useOffered();
  const create = useDeed({
    call: (body: Values, header) => take(api.POST('/api/clients', { body, params: { header } })),
    touches: ['clients'],
    done: t('people.clientMade'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('people.newClient')}
      form={form}
      deed={create}
      onFinish={(values) => create.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('people.clientName')} rules={[{ required: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="permissions" label={t('people.scopes')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={offered.map((value) => ({ value, label: words(value) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
    </FormDialog>
  );
}
