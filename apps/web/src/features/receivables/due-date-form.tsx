// The due date that the invoice does not state: a day, or days after issue. Never guessed.
import { Form, InputNumber, Radio, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { dayText } from '../../ui/text/date-text';
import { FormDialog } from '../../ui/forms/form-dialog';
import { DateInput } from '../../ui/forms/inputs';

type Receivable = View<'ReceivableView'>;
interface Values {
  readonly by: 'date' | 'days';
  readonly dueDate?: string;
  readonly paymentTermsDays?: number;
}

interface DueDateFormProps {
  readonly receivable: Receivable;
  readonly onClose: () => void;
}

export function DueDateForm({ receivable, onClose }: DueDateFormProps) {
  const { t, i18n } = useTranslation();
  const { id, invoiceNumber: number, issueDate, paymentTerms } = receivable;
  const [form] = Form.useForm<Values>();
  const by = Form.useWatch('by', form);
  const complete = useDeed({
    call: (body: View<'TermsBody'>, header) =>
      take(api.POST('/api/receivables/{id}/terms', { body, params: { header, path: { id } } })),
    touches: ['receivables'],
    done: t('receivables.completed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('receivables.completeTitle', { number })}
      form={form}
      deed={complete}
      initialValues={{ by: 'days' }}
      onFinish={({ by: how, dueDate, paymentTermsDays }) =>
        complete.mutate(how === 'date' ? { dueDate } : { paymentTermsDays })
      }
      onClose={onClose}
    >
      <Typography.Paragraph>{t('receivables.completeAbout')}</Typography.Paragraph>
      {paymentTerms && (
        <Typography.Paragraph>
          {t('receivables.terms')}: <q>{paymentTerms}</q>
        </Typography.Paragraph>
      )}
      <Form.Item name="by">
        <Radio.Group
          optionType="button"
          options={[
            { value: 'days', label: t('receivables.byDays') },
            { value: 'date', label: t('receivables.byDate') },
          ]}
        />
      </Form.Item>
      {by === 'date' ? (
        <Form.Item name="dueDate" label={t('receivables.dueDate')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
      ) : (
        <Form.Item
          name="paymentTermsDays"
          label={t('receivables.termsDays', { date: dayText(issueDate, i18n.language) })}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} max={3650} precision={0} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
