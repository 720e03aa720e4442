// Records that an organisation joined or left a group on a day; what was recorded before stays.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConnectionTexts } from './texts';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = View<'MembershipBody'>;

interface MembershipFormProps {
  readonly group: View<'GroupView'>;
  readonly onClose: () => void;
}

export function MembershipForm({ group: { id, name, history }, onClose }: MembershipFormProps) {
  const t = useConnectionTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Values>();
  const record = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/connected-groups/{id}/members', { body, params: { header, path: { id } } })),
    touches: ['groups'],
    done: common('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={`${t('record')} · ${name}`}
      form={form}
      deed={record}
      initialValues={{ belongs: true }}
      onFinish={(values) => record.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="member" label={t('member')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="belongs" label={t('belongs')}>
        <Select
          options={[
            { value: true, label: t('joined') },
            { value: false, label: t('left') },
          ]}
        />
      </Form.Item>
      <Form.Item name="validFrom" label={t('since')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="source" label={t('source')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <p className="muted">{t('history')}</p>
      <ul>
        {history.map((fact) => (
          <li key={fact.id}>
            {fact.validFrom} · {fact.legalName} · {t(fact.belongs ? 'joined' : 'left')} ·{' '}
            <span data-given>{fact.source}</span>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
