// Fees of an offer, each by name; they are deducted when the advance is paid out.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/forms/inputs';

export interface FeeValues {
  readonly name: string;
  readonly amount: string;
}

const MOST = 10;

export function FeeFields({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Form.List name="fees">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="flex-start">
              <Form.Item
                name={[name, 'name']}
                label={t('factoring.feeName')}
                rules={required}
                style={{ flex: 1 }}
              >
                <Input maxLength={80} />
              </Form.Item>
              <Form.Item
                name={[name, 'amount']}
                label={t('factoring.feeAmount')}
                rules={required}
                style={{ flex: 1 }}
              >
                <AmountInput currency={currency} />
              </Form.Item>
              <Button
                type="text"
                style={{ marginTop: 30 }}
                icon={<MinusCircleOutlined />}
                aria-label={t('factoring.removeFee')}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          {fields.length < MOST && (
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add()}>
              {t('factoring.addFee')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
