// Lets another supplier, which is named by one of its numbers, bring the invoices of the reader's organisation.
import { Form, Input } from 'antd';
import { useConnectionTexts } from './texts';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { BoxesItem } from '../../../ui/forms/boxes-item';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = View<'MandateBody'>;
const KINDS = ['invoices', 'credit_notes'] as const;

export function MandateForm({ onClose }: { readonly onClose: () => void }) {
  const t = useConnectionTexts();
  const [form] = Form.useForm<Values>();
  const give = useDeed({
    call: ({ validTo, ...body }: Values, header) =>
      take(api.POST('/api/mandates', { body: { ...body, ...(validTo && { validTo }) }, params: { header } })),
    touches: ['mandates'],
    done: t('given'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('give')}
      form={form}
      deed={give}
      initialValues={{ kinds: ['invoices'] }}
      onFinish={(values) => give.mutate(values)}
      onClose={onClose}
    >
      <p>{t('mandatesAbout')}</p>
      <Form.Item name="agent" label={t('agent')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <BoxesItem
        name="kinds"
        label={t('kinds')}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Form.Item name="validFrom" label={t('from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="validTo" label={t('to')} extra={t('toHint')}>
        <DateInput />
      </Form.Item>
    </FormDialog>
  );
}
