// Writes down a check that a person made of an application.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';

type Values = View<'CheckBody'>;

const CHECKS = ['register', 'document'] as const;
const OUTCOMES = ['passed', 'failed'] as const;

interface CheckFormProps {
  readonly application: View<'ApplicationView'>;
  readonly onClose: () => void;
}

export function CheckForm({ application: { id, legalName, openChecks }, onClose }: CheckFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const check = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/applications/{id}/checks', { body, params: { header, path: { id } } })),
    touches: ['applications'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={`${t('joining.writeCheck')} · ${legalName}`}
      form={form}
      deed={check}
      initialValues={{ kind: openChecks[0] ?? 'document', outcome: 'passed' }}
      onFinish={(values) => check.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('joining.checks')}>
        <Select options={CHECKS.map((value) => ({ value, label: t(`joining.check.${value}`) }))} />
      </Form.Item>
      <Form.Item name="outcome" label={t('joining.outcomeLabel')}>
        <Select options={OUTCOMES.map((value) => ({ value, label: t(`joining.outcome.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('joining.note')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
