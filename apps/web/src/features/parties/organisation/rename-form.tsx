// Records that an organisation changed its legal name; the former one still finds it.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = View<'NameChangeBody'>;

interface RenameFormProps {
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

export function RenameForm({ organisation: { id, legalName }, onClose }: RenameFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const rename = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/organisations/{id}/name', { body, params: { header, path: { id } } })),
    touches: ['organisations'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('profile.rename')}
      form={form}
      deed={rename}
      initialValues={{ legalName }}
      onFinish={(values) => rename.mutate(values)}
      onClose={onClose}
    >
      <p>{t('profile.renameAbout')}</p>
      <Form.Item name="legalName" label={t('parties.name')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="changedOn" label={t('profile.from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="source" label={t('profile.source')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
