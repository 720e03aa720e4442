// What is ranked, and at which moment.
import { Button, Card, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { InstantInput } from '../../../ui/forms/instant-input';
import { usePriorityTexts } from './texts';

export interface PriorityAsked {
  readonly assetKey?: string;
  readonly grantor?: string;
  readonly at?: string;
}
interface Values {
  readonly of: 'grantor' | 'asset';
  readonly what: string;
  readonly at?: string;
}

const askedOf = ({ of, what, at }: Values): PriorityAsked => ({
  ...(of === 'grantor' ? { grantor: what.trim() } : { assetKey: what.trim() }),
  ...(at ? { at } : {}),
});

export function PriorityForm({ onAsk }: { readonly onAsk: (asked: PriorityAsked) => void }) {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Values>();
  const of = Form.useWatch('of', form);
  return (
    <Card className="no-print">
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ of: 'grantor' }}
        onFinish={(values) => onAsk(askedOf(values))}
      >
        <Flex gap={12} wrap>
          <Form.Item name="of" label={t('of')} style={{ flex: '1 1 200px' }}>
            <Select
              options={(['grantor', 'asset'] as const).map((value) => ({ value, label: t(`ofs.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="what"
            label={t(`ofs.${of === 'asset' ? 'asset' : 'grantor'}`)}
            rules={[{ required: true, message: common('common.required') }]}
            style={{ flex: '2 1 260px' }}
          >
            <Input maxLength={of === 'asset' ? 300 : 200} />
          </Form.Item>
          <Form.Item name="at" label={t('moment')} extra={t('momentAbout')} style={{ flex: '1 1 220px' }}>
            <InstantInput />
          </Form.Item>
        </Flex>
        <Button type="primary" htmlType="submit">
          {t('show')}
        </Button>
      </Form>
    </Card>
  );
}
