// The answer to a dispute, or its closing with a reason.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';

export interface Settling {
  readonly dispute: View<'DisputeView'>;
  readonly step: 'answer' | 'close';
}

type Reason = View<'DisputeClosingBody'>['reason'];
interface Values {
  readonly reason: Reason;
  readonly note?: string;
}
const REASONS = [
  ...(['corrected', 'explained', 'accepted_as_owed', 'not_owed', 'paid', 'opened_in_error'] as const),
] satisfies readonly Reason[];

interface SettleFormProps {
  readonly settling: Settling;
  readonly onClose: () => void;
}

export function SettleForm({ settling: { dispute, step }, onClose }: SettleFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const path = { id: dispute.id };
  const settle = useDeed({
    call: ({ reason, note }: Values, header) => {
      const params = { header, path };
      return step === 'answer'
        ? take(api.POST('/api/disputes/{id}/answer', { body: { note: note ?? '' }, params }))
        : take(api.POST('/api/disputes/{id}/closing', { body: { reason, ...(note && { note }) }, params }));
    },
    touches: ['disputes', 'receivables'],
    done: t('confirming.keyChanged'),
    onDone: onClose,
  });
  const closes = step === 'close';
  const name = t(closes ? 'confirming.closeDispute' : 'confirming.answerDispute');
  return (
    <FormDialog<Values>
      title={`${name} · ${dispute.invoiceNumber}`}
      yes={name}
      form={form}
      deed={settle}
      onFinish={(values) => settle.mutate(values)}
      onClose={onClose}
    >
      {closes && (
        <Form.Item name="reason" label={t('confirming.closingLabel')} rules={[{ required: true }]}>
          <Select options={REASONS.map((value) => ({ value, label: t(`confirming.closing.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={t(closes ? 'confirming.closingNote' : 'confirming.answerLabel')}
        rules={[{ required: !closes }]}
      >
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
