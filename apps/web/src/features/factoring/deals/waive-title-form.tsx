// The financier pays without a statutory registration, and says why; the reason stays visible.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';

type Values = View<'RegistrationWaiverBody'>;

interface WaiveTitleFormProps {
  readonly dealId: string;
  readonly onClose: () => void;
}

export function WaiveTitleForm({ dealId: id, onClose }: WaiveTitleFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const waive = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/deals/{id}/registration-waiver', { body, params: { header, path: { id } } })),
    touches: ['deals'],
    done: t('settlement.waived'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('settlement.waiveTitle')}
      yes={t('settlement.waive')}
      form={form}
      deed={waive}
      onFinish={(values) => waive.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('settlement.waiveAbout')}</Typography.Paragraph>
      <Form.Item name="reason" label={t('settlement.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
