// Ends a registration for good, with the reason that is kept.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { CodeField } from './code-field';
import { useLifeTexts } from './texts';

type Body = View<'CancellationBody'>;

interface CancellationFormProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'actions'>;
  readonly onClose: () => void;
}

export function CancellationForm({ registration, onClose }: CancellationFormProps) {
  const { id, number } = registration;
  const t = useLifeTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Body>();
  const cancel = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/registrations/{id}/cancellation', { body, params: { header, path: { id } } })),
    touches: ['registrations'],
    done: common('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('cancelTitle', { number })}
      yes={t('cancel')}
      form={form}
      deed={cancel}
      onFinish={(values) => cancel.mutate(values)}
      onClose={onClose}
    >
      <p>{t('cancelAbout')}</p>
      <Form.Item name="reason" label={common('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <CodeField registration={registration} />
    </FormDialog>
  );
}
