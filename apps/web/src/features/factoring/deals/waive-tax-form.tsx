// The financier pays out without a good and fresh tax check, and says why; the reason stays visible.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';

type Values = View<'TaxWaiverBody'>;

interface WaiveTaxFormProps {
  readonly dealId: string;
  readonly onClose: () => void;
}

export function WaiveTaxForm({ dealId: id, onClose }: WaiveTaxFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const waive = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/deals/{id}/tax-waiver', { body, params: { header, path: { id } } })),
    touches: ['tax', 'deals'],
    done: t('tax.waived'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('tax.waive')}
      yes={t('tax.waive')}
      form={form}
      deed={waive}
      onFinish={(values) => waive.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('tax.waiveAbout')}</Typography.Paragraph>
      <Form.Item name="reason" label={t('tax.waiveReason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
