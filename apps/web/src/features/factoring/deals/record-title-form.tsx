// Number and time of the assignment at the statutory registry, as its certificate states them.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { InstantInput } from '../../../ui/forms/instant-input';

type Values = View<'StatutoryRegistrationBody'>;

interface RecordTitleFormProps {
  readonly dealId: string;
  readonly onClose: () => void;
}

export function RecordTitleForm({ dealId: id, onClose }: RecordTitleFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const record = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/deals/{id}/statutory-registration', { body, params: { header, path: { id } } })),
    touches: ['deals', 'statutory'],
    done: t('settlement.recorded'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('settlement.recordTitle')}
      yes={t('settlement.record')}
      form={form}
      deed={record}
      onFinish={(values) => record.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('settlement.recordAbout')}</Typography.Paragraph>
      <Form.Item name="number" label={t('settlement.recordNumber')} rules={[{ required: true }]}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="registeredAt" label={t('settlement.recordAt')} rules={[{ required: true }]}>
        <InstantInput />
      </Form.Item>
    </FormDialog>
  );
}
