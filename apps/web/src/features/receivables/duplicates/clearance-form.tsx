// Says why a suspected duplicate is none. Both sides stay before the eyes of whoever decides.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { Comparison } from './comparison';

interface ClearanceFormProps {
  readonly held: View<'HeldView'>;
  readonly onClose: () => void;
}

export function ClearanceForm({ held, onClose }: ClearanceFormProps) {
  const { t } = useTranslation();
  const { id, invoiceNumber: number } = held;
  const [form] = Form.useForm<View<'ClearanceBody'>>();
  const clear = useDeed({
    call: (body: View<'ClearanceBody'>, header) =>
      take(api.POST('/api/receivables/{id}/duplicate-clearance', { body, params: { header, path: { id } } })),
    touches: ['duplicates', 'receivables', 'confirmations'],
    done: t('receivables.cleared', { number }),
    onDone: onClose,
  });
  return (
    <FormDialog<View<'ClearanceBody'>>
      title={t('receivables.clearTitle', { number })}
      yes={t('receivables.clearHold')}
      form={form}
      deed={clear}
      width={760}
      onFinish={(body) => clear.mutate(body)}
      onClose={onClose}
    >
      <div style={{ marginBlock: 16 }}>
        <Comparison held={held} />
      </div>
      <p>{t('receivables.clearConsequence')}</p>
      <Form.Item name="reason" label={t('receivables.clearReason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
