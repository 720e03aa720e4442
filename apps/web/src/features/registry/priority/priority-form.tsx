// What is ranked, at which moment, and what is supposed.
import { Button, Card, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { InstantInput } from '../../../ui/forms/instant-input';

const SUPPOSITIONS = ['nothing', 'registered', 'ended', 'subordinated'] as const;

export interface PriorityAsked {
  readonly assetKey?: string;
  readonly grantor?: string;
  readonly at?: string;
  readonly registered?: 'now';
  readonly ended?: string;
  readonly junior?: string;
  readonly senior?: string;
}
interface Values {
  readonly of: 'grantor' | 'asset';
  readonly what: string;
  readonly at?: string;
  readonly supposed: (typeof SUPPOSITIONS)[number];
  readonly ended?: string;
  readonly junior?: string;
  readonly senior?: string;
}

function askedOf({ of, what, at, supposed, ended, junior, senior }: Values): PriorityAsked {
  return {
    ...(of === 'grantor' ? { grantor: what.trim() } : { assetKey: what.trim() }),
    ...(at ? { at } : {}),
    ...(supposed === 'registered' ? { registered: 'now' } : {}),
    ...(supposed === 'ended' && ended ? { ended: ended.trim() } : {}),
    ...(supposed === 'subordinated' && junior && senior
      ? { junior: junior.trim(), senior: senior.trim() }
      : {}),
  };
}

export function PriorityForm({ onAsk }: { readonly onAsk: (asked: PriorityAsked) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const of = Form.useWatch('of', form);
  const supposed = Form.useWatch('supposed', form);
  const required = [{ required: true, message: t('common.required') }];
  const number = (name: 'ended' | 'junior' | 'senior') => (
    <Form.Item
      name={name}
      label={t(`priority.numbers.${name}`)}
      rules={required}
      style={{ flex: '1 1 220px' }}
    >
      <Input maxLength={18} />
    </Form.Item>
  );
  return (
    <Card className="no-print">
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ of: 'grantor', supposed: 'nothing' }}
        onFinish={(values) => onAsk(askedOf(values))}
      >
        <Flex gap={12} wrap>
          <Form.Item name="of" label={t('priority.of')} style={{ flex: '1 1 160px' }}>
            <Select
              options={(['grantor', 'asset'] as const).map((value) => ({
                value,
                label: t(`priority.ofs.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="what"
            label={t(`priority.ofs.${of === 'asset' ? 'asset' : 'grantor'}`)}
            rules={required}
            style={{ flex: '2 1 260px' }}
          >
            <Input maxLength={of === 'asset' ? 300 : 200} />
          </Form.Item>
          <Form.Item
            name="at"
            label={t('priority.moment')}
            extra={t('priority.momentAbout')}
            style={{ flex: '1 1 220px' }}
          >
            <InstantInput />
          </Form.Item>
        </Flex>
        <Flex gap={12} wrap>
          <Form.Item name="supposed" label={t('priority.whatIf')} style={{ flex: '1 1 260px' }}>
            <Select
              options={SUPPOSITIONS.map((value) => ({ value, label: t(`priority.suppositions.${value}`) }))}
            />
          </Form.Item>
          {supposed === 'ended' && number('ended')}
          {supposed === 'subordinated' && number('junior')}
          {supposed === 'subordinated' && number('senior')}
        </Flex>
        <Button type="primary" htmlType="submit">
          {t('priority.show')}
        </Button>
      </Form>
    </Card>
  );
}
