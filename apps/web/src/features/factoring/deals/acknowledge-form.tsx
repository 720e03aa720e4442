// The financier knows of a reduction and lets the deal go on; why stays visible.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';

interface AcknowledgeFormProps {
  readonly dealId: string;
  readonly item: View<'DilutedItemView'>;
  readonly onClose: () => void;
}

interface Values {
  readonly reason: string;
}

export function AcknowledgeForm({ dealId: id, item, onClose }: AcknowledgeFormProps) {
  const { t } = useTranslation();
  const { receivableId, invoiceNumber: number } = item;
  const [form] = Form.useForm<Values>();
  const acknowledge = useDeed({
    call: ({ reason }: Values, header) =>
      take(
        api.POST('/api/deals/{id}/dilution-acknowledgement', {
          body: { receivableId, reason },
          params: { header, path: { id } },
        }),
      ),
    touches: ['dilution', 'deals', 'receivables'],
    done: t('tax.acknowledged'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('tax.acknowledgeTitle', { number })}
      yes={t('tax.acknowledge')}
      form={form}
      deed={acknowledge}
      onFinish={(values) => acknowledge.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('tax.acknowledgeAbout')}</Typography.Paragraph>
      <Form.Item name="reason" label={t('tax.acknowledgeReason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
