// Takes an organisation onto the platform; its numbers are checked by the server and stand for nobody else.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { IdentifierFields } from '../joining/identifier-fields';
import { KINDS } from '../joining/kinds';
import { capabilities } from './capability-tags';

type Values = View<'OnboardingBody'>;

export function OnboardingForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const onboard = useDeed({
    call: (body: Values, header) => take(api.POST('/api/organisations', { body, params: { header } })),
    touches: ['organisations'],
    done: t('parties.onboarded'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('parties.onboard')}
      form={form}
      deed={onboard}
      initialValues={{ kind: 'enterprise', identifiers: [{ scheme: 'USCC' }] }}
      onFinish={(values) => onboard.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('joining.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`joining.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="legalName" label={t('parties.name')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="capabilities" label={t('parties.capabilities')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={capabilities.map((value) => ({ value, label: t(`parties.capability.${value}`) }))}
        />
      </Form.Item>
      <IdentifierFields />
    </FormDialog>
  );
}
