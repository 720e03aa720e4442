// Sets the first limit on a debtor, or replaces the one that the reader saw.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { AmountInput } from '../../ui/forms/inputs';

type Limit = View<'LimitView'>;
type Body = View<'LimitBody'>;
interface Values {
  readonly debtorIdentifier?: string;
  readonly amount: string;
}

const CURRENCY = 'CNY';

interface LimitFormProps {
  /** Null: a first limit. */
  readonly limit: Limit | null;
  readonly onClose: () => void;
}

export function LimitForm({ limit, onClose }: LimitFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const set = useDeed({
    call: (body: Body, header) => take(api.POST('/api/limits', { body, params: { header } })),
    touches: ['limits', 'requests'],
    done: t('risk.done'),
    onDone: onClose,
  });
  const currency = limit?.currency ?? CURRENCY;
  const submit = ({ debtorIdentifier, amount }: Values) =>
    set.mutate({
      limit: { amount, currency },
      ...(limit ? { debtorId: limit.debtorId, expectedVersion: limit.version } : { debtorIdentifier }),
    });
  return (
    <FormDialog<Values>
      title={limit ? t('risk.setFor', { name: limit.debtorName }) : t('risk.set')}
      form={form}
      deed={set}
      names={{ limit: 'amount' }}
      initialValues={{ amount: limit?.limit.amount }}
      onFinish={submit}
      onClose={onClose}
    >
      {!limit && (
        <Form.Item
          name="debtorIdentifier"
          label={t('risk.debtorIdentifier')}
          extra={t('risk.debtorIdentifierHint')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
      )}
      <Form.Item
        name="amount"
        label={t('risk.amount')}
        extra={t('risk.amountHint')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <AmountInput currency={currency} />
      </Form.Item>
    </FormDialog>
  );
}
