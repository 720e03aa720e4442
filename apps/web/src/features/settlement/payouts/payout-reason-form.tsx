// Ends a payout with its reason: a colleague declines it, or the bank has refused it.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';

interface PayoutReasonFormProps {
  readonly payout: View<'PayoutView'>;
  readonly deed: 'decline' | 'reject';
  readonly onClose: () => void;
}

export function PayoutReasonForm({ payout, deed, onClose }: PayoutReasonFormProps) {
  const { t } = useTranslation();
  const { id, toHolder: holder } = payout;
  const [form] = Form.useForm<{ reason: string }>();
  const declines = deed === 'decline';
  const end = useDeed({
    call: ({ reason }: { reason: string }, header) => {
      const params = { header, path: { id } };
      return take(
        declines
          ? api.POST('/api/payouts/{id}/check', { body: { decision: 'decline', reason }, params })
          : api.POST('/api/payouts/{id}/rejection', { body: { reason }, params }),
      );
    },
    touches: ['payouts', 'deals'],
    done: t(declines ? 'settlement.declined' : 'settlement.rejected'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={declines ? t('settlement.declineTitle', { holder }) : t('settlement.rejectTitle')}
      yes={t(declines ? 'settlement.decline' : 'settlement.bankRejected')}
      form={form}
      deed={end}
      onFinish={(values) => end.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t(declines ? 'settlement.declineConsequence' : 'settlement.rejectConsequence')}
      </Typography.Paragraph>
      <Form.Item name="reason" label={t('settlement.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
