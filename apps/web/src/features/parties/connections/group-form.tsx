// States that some organisations are connected, each named by one of its numbers.
import { Form, Input, Select } from 'antd';
import { useConnectionTexts } from './texts';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = Omit<View<'GroupBody'>, 'members'> & { readonly numbers: string };
const REASONS = ['control', 'economic_dependence'] as const;

const membersOf = (numbers: string) =>
  numbers
    .split(/\s*[\n,，;；]\s*/)
    .map((number) => number.trim())
    .filter((number) => number !== '')
    .map((number) => ({ number }));

export function GroupForm({ onClose }: { readonly onClose: () => void }) {
  const t = useConnectionTexts();
  const [form] = Form.useForm<Values>();
  const state = useDeed({
    call: ({ numbers, ...body }: Values, header) =>
      take(
        api.POST('/api/connected-groups', {
          body: { ...body, members: membersOf(numbers) },
          params: { header },
        }),
      ),
    touches: ['groups'],
    done: t('stated'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('state')}
      form={form}
      deed={state}
      initialValues={{ reason: 'control' }}
      onFinish={(values) => state.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')}>
        <Select options={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
      </Form.Item>
      <Form.Item name="numbers" label={t('numbers')} rules={[{ required: true }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="validFrom" label={t('since')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="source" label={t('source')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
