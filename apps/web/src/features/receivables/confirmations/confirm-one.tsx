// Confirms one receivable in full, with the numbers of the order and of the receipt of the goods, which make the evidence
// better, and with what the contract says of assignment.
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { moneyText } from '../../../ui/text/money-text';
import { withSignature } from '../signing/sign-answer';
import { useSigningKey } from '../signing/use-signing';

interface Values {
  readonly orderNumber?: string;
  readonly goodsReceiptNumber?: string;
  readonly noAssignmentClause?: boolean;
}
interface ConfirmOneProps {
  readonly task: View<'TaskView'>;
  readonly onClose: () => void;
}

export function ConfirmOne({ task, onClose }: ConfirmOneProps) {
  const { t, i18n } = useTranslation();
  const key = useSigningKey();
  const [form] = Form.useForm<Values>();
  const propose = useDeed({
    call: async ({ orderNumber, goodsReceiptNumber, noAssignmentClause }: Values, header) => {
      const item: View<'AnswerItem'> = {
        receivableId: task.id,
        decision: 'confirm',
        ...(orderNumber && { orderNumber }),
        ...(goodsReceiptNumber && { goodsReceiptNumber }),
        ...(noAssignmentClause && { noAssignmentClause }),
      };
      const items = [await withSignature(task, item, key)];
      return take(api.POST('/api/confirmations', { body: { items }, params: { header } }));
    },
    touches: ['confirmations'],
    done: t('receivables.sent', { count: 1 }),
    onDone: onClose,
  });
  const sum = moneyText(task.payable, i18n.language);
  return (
    <FormDialog<Values>
      title={t('queue.confirmOne', { number: task.invoiceNumber })}
      yes={t('receivables.confirm')}
      form={form}
      deed={propose}
      onFinish={(values) => propose.mutate(values)}
      onClose={onClose}
    >
      <p>{t('receivables.confirmConsequence', { sum })}</p>
      <p className="muted">
        {key ? t('confirming.signsWith', { label: key.label }) : t('confirming.signsNot')}
      </p>
      <OrderFields />
    </FormDialog>
  );
}

/** The documents that the debtor found for it. */
export function OrderFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="orderNumber" label={t('confirming.orderNumber')} extra={t('queue.documentsHelp')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="goodsReceiptNumber" label={t('confirming.goodsReceiptNumber')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="noAssignmentClause" valuePropName="checked" extra={t('queue.noAssignmentHelp')}>
        <Checkbox>{t('queue.noAssignment')}</Checkbox>
      </Form.Item>
    </>
  );
}
