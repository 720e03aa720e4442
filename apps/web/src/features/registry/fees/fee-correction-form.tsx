// Puts a charge right: what it is to come to, and why; the difference is a new line.
import { Alert, Form, Input } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { AmountInput } from '../../../ui/forms/inputs';
import { useFeeTexts } from './texts';

type Fee = View<'FeeLineView'>;
type Body = View<'FeeCorrectionBody'>;
interface Values {
  readonly amount: string;
  readonly reason: string;
}

export function FeeCorrectionForm({ fee, onClose }: { readonly fee: Fee; readonly onClose: () => void }) {
  const t = useFeeTexts();
  const [form] = Form.useForm<Values>();
  const { chargeId, correction: seen, number, owed } = fee;
  const correct = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/fees/{id}/correction', { body, params: { header, path: { id: chargeId } } })),
    touches: ['fees'],
    done: t('correctedDone'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('correctTitle', { number })}
      yes={t('correct')}
      form={form}
      deed={correct}
      initialValues={{ amount: owed.amount }}
      onFinish={({ amount, reason }) =>
        correct.mutate({ amount: { amount, currency: owed.currency }, reason, seen })
      }
      onClose={onClose}
    >
      <Alert type="info" title={t('correctAbout')} style={{ marginBottom: 16 }} />
      <Form.Item name="amount" label={t('right')} rules={[{ required: true }]}>
        <AmountInput currency={owed.currency} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
