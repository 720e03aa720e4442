// Sets a value from a day on; what was done before that day keeps the value of its time.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { DateInput } from '../../ui/forms/inputs';

type Parameter = View<'ParameterView'>;
type Values = Omit<View<'ParameterBody'>, 'name'>;

interface ParameterFormProps {
  readonly parameter: Parameter;
  readonly onClose: () => void;
}

export function ParameterForm({ parameter, onClose }: ParameterFormProps) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Values>();
  const set = useDeed({
    call: (body: View<'ParameterBody'>, header) =>
      take(api.POST('/api/parameters', { body, params: { header } })),
    touches: ['parameters'],
    done: t('operations.setDone'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={i18n.language === 'zh' ? parameter.textZh : parameter.textEn}
      form={form}
      deed={set}
      initialValues={{ value: parameter.current }}
      onFinish={(values) => set.mutate({ ...values, name: parameter.name })}
      onClose={onClose}
    >
      <Form.Item name="value" label={t('operations.value')} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="effectiveFrom" label={t('operations.effectiveFrom')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="source" label={t('operations.source')} rules={[{ required: true }]}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
