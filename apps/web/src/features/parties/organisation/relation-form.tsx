// States that the reader's organisation trades with another one, which is named by one of its numbers.
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = View<'RelationBody'>;

export function RelationForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { data: session } = useSession();
  const own: readonly string[] = session?.organisation.capabilities ?? [];
  const sides = (['supplier', 'debtor'] as const).filter((side) =>
    own.includes(side === 'supplier' ? 'supplier' : 'core_enterprise'),
  );
  const propose = useDeed({
    call: (body: Values, header) => take(api.POST('/api/trading-relations', { body, params: { header } })),
    touches: ['relations'],
    done: t('profile.proposed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('profile.propose')}
      form={form}
      deed={propose}
      initialValues={{ side: sides[0], noAssignmentClause: false, paymentTermDays: 60 }}
      onFinish={(values) => propose.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="partner" label={t('profile.partner')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="side" label={t('profile.ownSide')}>
        <Select options={sides.map((value) => ({ value, label: t(`profile.side.${value}`) }))} />
      </Form.Item>
      <Form.Item name="contractNumber" label={t('profile.contract')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="since" label={t('profile.since')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="signedOn" label={t('profile.signedOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="paymentTermDays" label={t('profile.termDays')} rules={[{ required: true }]}>
        <InputNumber min={0} max={3650} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="noAssignmentClause" valuePropName="checked">
        <Checkbox>{t('profile.noAssignment')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
