// The numbers that an organisation is known by, at least one.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL', 'RESIDENT_ID'] as const;

export function IdentifierFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="identifiers">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="baseline" wrap>
              <Form.Item name={[name, 'scheme']} label={t('parties.scheme')} style={{ flex: '1 1 210px' }}>
                <Select options={SCHEMES.map((value) => ({ value, label: t(`parties.schemes.${value}`) }))} />
              </Form.Item>
              <Form.Item
                name={[name, 'value']}
                label={t('parties.value')}
                style={{ flex: '2 1 210px' }}
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
  );
}
