// Declares one day off, or one make-up working day, with the decision that says so.
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { DateInput } from '../../ui/forms/inputs';

type Values = View<'CalendarDayBody'>;

export function CalendarDayForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const declare = useDeed({
    call: (body: Values, header) => take(api.POST('/api/calendar', { body, params: { header } })),
    touches: ['calendar'],
    done: t('operations.declared'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('operations.declare')}
      form={form}
      deed={declare}
      initialValues={{ kind: 'off' }}
      onFinish={(values) => declare.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="date" label={t('operations.date')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="kind" label={t('operations.kind')}>
        <Radio.Group
          options={[
            { value: 'off', label: t('operations.off') },
            { value: 'work', label: t('operations.work') },
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('operations.dayName')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="source" label={t('operations.source')} rules={[{ required: true }]}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
