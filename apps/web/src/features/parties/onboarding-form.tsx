// Takes an organisation onto the platform; its numbers are checked by the server and stand for nobody else.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { capabilities } from './capability-tags';

type Values = View<'OnboardingBody'>;

const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL'] as const;

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
      initialValues={{ identifiers: [{ scheme: 'USCC' }] }}
      onFinish={(values) => onboard.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="legalName" label={t('parties.name')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="capabilities" label={t('parties.capabilities')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={capabilities.map((value) => ({ value, label: t(`parties.capability.${value}`) }))}
        />
      </Form.Item>
      <Form.List name="identifiers">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Flex key={key} gap={8} align="baseline">
                <Form.Item name={[name, 'scheme']} label={t('parties.scheme')} style={{ width: 190 }}>
                  <Select
                    options={SCHEMES.map((value) => ({ value, label: t(`parties.schemes.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'value']}
                  label={t('parties.value')}
                  style={{ flex: 1 }}
                  rules={[{ required: true }]}
                >
                  <Input maxLength={80} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button
                    type="text"
                    icon={<MinusCircleOutlined />}
                    aria-label={t('parties.removeIdentifier')}
                    onClick={() => remove(name)}
                  />
                )}
              </Flex>
            ))}
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({ scheme: 'LEI' })}>
              {t('parties.addIdentifier')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
