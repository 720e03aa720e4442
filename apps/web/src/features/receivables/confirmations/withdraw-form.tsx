// Takes a confirmation back, with its reason and after its consequence was read.
import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { REASONS } from './answer-form';

interface WithdrawFormProps {
  readonly confirmationId: string;
  readonly number: string;
  readonly onClose: () => void;
}

export function WithdrawForm({ confirmationId: id, number, onClose }: WithdrawFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<View<'WithdrawalBody'>>();
  const withdraw = useDeed({
    call: (body: View<'WithdrawalBody'>, header) =>
      take(api.POST('/api/confirmations/{id}/withdrawal', { body, params: { header, path: { id } } })),
    touches: ['confirmations', 'disputes'],
    onDone: ({ outcome }) => {
      void message.info(t(outcome === 'disputed' ? 'confirming.withdrawalDisputed' : 'confirming.withdrawn'));
      onClose();
    },
  });
  return (
    <FormDialog<View<'WithdrawalBody'>>
      title={t('confirming.withdrawTitle', { number })}
      yes={t('confirming.withdraw')}
      form={form}
      deed={withdraw}
      onFinish={(body) => withdraw.mutate(body)}
      onClose={onClose}
    >
      <p>{t('confirming.withdrawConsequence')}</p>
      <Form.Item name="reason" label={t('receivables.reason')} rules={[{ required: true }]}>
        <Select options={REASONS.map((value) => ({ value, label: t(`receivables.reasons.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('confirming.closingNote')}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
