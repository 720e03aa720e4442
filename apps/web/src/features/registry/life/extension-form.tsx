// Extends the term of a registration before it ends.
import { Form, Input, InputNumber } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { CodeField } from './code-field';
import { useLifeTexts } from './texts';

type Body = View<'ExtensionBody'>;

interface ExtensionFormProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'actions'>;
  readonly onClose: () => void;
}

export function ExtensionForm({ registration, onClose }: ExtensionFormProps) {
  const { id, number } = registration;
  const t = useLifeTexts();
  const [form] = Form.useForm<Body>();
  const extend = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/registrations/{id}/extension', { body, params: { header, path: { id } } })),
    touches: ['registrations'],
    done: t('extended'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('extendTitle', { number })}
      yes={t('extend')}
      form={form}
      deed={extend}
      initialValues={{ months: 12 }}
      onFinish={(values) => extend.mutate(values)}
      onClose={onClose}
    >
      <p>{t('extendAbout')}</p>
      <Form.Item name="months" label={t('extendMonths')} rules={[{ required: true }]}>
        <InputNumber min={1} max={12000} precision={0} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <CodeField registration={registration} />
    </FormDialog>
  );
}
