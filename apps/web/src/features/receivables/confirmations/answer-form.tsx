// The maker's objection to one receivable: a part of it, or all of it, always with a reason.
import { Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { AmountInput } from '../../../ui/forms/inputs';
import { moneyText } from '../../../ui/text/money-text';
import { withSignature } from '../signing/sign-answer';
import { useSigningKey } from '../signing/use-signing';
import { OrderFields } from './confirm-one';

type Task = View<'TaskView'>;
export interface Objection {
  readonly task: Task;
  readonly decision: 'dispute' | 'reject';
}

type Answer = View<'AnswerItem'>;
type Reason = NonNullable<Answer['reason']>;
interface Values {
  readonly amount: string;
  readonly reason: Reason;
  readonly note?: string;
  readonly orderNumber?: string;
  readonly goodsReceiptNumber?: string;
  readonly noAssignmentClause?: boolean;
}

export const REASONS = [
  'not_ours',
  'goods_not_received',
  'quality',
  'price',
  'already_paid',
  'duplicate',
  'set_off',
  'other',
] as const satisfies readonly Reason[];

interface AnswerFormProps {
  readonly objection: Objection;
  readonly onClose: () => void;
}

export function AnswerForm({ objection: { task, decision }, onClose }: AnswerFormProps) {
  const { t, i18n } = useTranslation();
  const key = useSigningKey();
  const { id: receivableId, invoiceNumber: number, payable } = task;
  const { currency } = payable;
  const [form] = Form.useForm<Values>();
  const propose = useDeed({
    call: async (item: Answer, header) => {
      const items = [await withSignature(task, item, key)];
      return take(api.POST('/api/confirmations', { body: { items }, params: { header } }));
    },
    touches: ['confirmations'],
    done: t('receivables.sent', { count: 1 }),
    onDone: onClose,
  });
  const disputes = decision === 'dispute';
  return (
    <FormDialog<Values>
      title={t(disputes ? 'receivables.disputeTitle' : 'receivables.rejectTitle', { number })}
      yes={t(disputes ? 'receivables.dispute' : 'receivables.reject')}
      form={form}
      deed={propose}
      onFinish={({ amount, reason, note, orderNumber, goodsReceiptNumber, noAssignmentClause }) =>
        propose.mutate({
          receivableId,
          decision,
          reason,
          ...(note && { note }),
          ...(orderNumber && { orderNumber }),
          ...(goodsReceiptNumber && { goodsReceiptNumber }),
          ...(noAssignmentClause && { noAssignmentClause }),
          ...(disputes && { confirmedAmount: { amount, currency } }),
        })
      }
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t('receivables.ofPayable', { sum: moneyText(payable, i18n.language) })}
      </Typography.Paragraph>
      {disputes && (
        <Form.Item name="amount" label={t('receivables.acceptedAmount')} rules={[{ required: true }]}>
          <AmountInput currency={currency} />
        </Form.Item>
      )}
      <p className="muted">
        {key ? t('confirming.signsWith', { label: key.label }) : t('confirming.signsNot')}
      </p>
      <Form.Item name="reason" label={t('receivables.reason')} rules={[{ required: true }]}>
        <Select options={REASONS.map((value) => ({ value, label: t(`receivables.reasons.${value}`) }))} />
      </Form.Item>
      {disputes && <OrderFields />}
      <Form.Item name="note" label={t('receivables.note')}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
