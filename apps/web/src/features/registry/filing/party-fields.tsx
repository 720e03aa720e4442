// The parties on one side of a registration.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Col, Form, Input, InputNumber, Row, Select } from 'antd';
import { useTranslation } from 'react-i18next';

const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL', 'PERSON'] as const;

interface PartyFieldsProps {
  readonly name: 'grantors' | 'securedParties';
  readonly title: string;
}

export function PartyFields({ name, title }: PartyFieldsProps) {
  const { t } = useTranslation();
  return (
    <Card title={title} size="small" style={{ marginBottom: 16 }}>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: index }) => (
              <Row key={key} gutter={12} align="middle">
                <Col xs={24} md={10}>
                  <Form.Item
                    name={[index, 'legalName']}
                    label={t('registry.legalName')}
                    rules={[{ required: true }]}
                  >
                    <Input maxLength={200} />
                  </Form.Item>
                </Col>
                <Col xs={10} md={5}>
                  <Form.Item name={[index, 'identifierScheme']} label={t('registry.scheme')}>
                    <Select
                      allowClear
                      options={SCHEMES.map((value) => ({ value, label: t(`registry.schemes.${value}`) }))}
                    />
                  </Form.Item>
                </Col>
                <Col xs={12} md={8}>
                  <Form.Item name={[index, 'identifier']} label={t('registry.identifier')}>
                    <Input maxLength={64} />
                  </Form.Item>
                </Col>
                <Form.Item name={[index, 'no']} hidden>
                  <InputNumber />
                </Form.Item>
                <Form.Item name={[index, 'organisationId']} hidden>
                  <Input />
                </Form.Item>
                <Col xs={2} md={1}>
                  {fields.length > 1 && (
                    <Button
                      type="text"
                      icon={<MinusCircleOutlined />}
                      aria-label={t('registry.remove')}
                      onClick={() => remove(index)}
                    />
                  )}
                </Col>
              </Row>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ identifierScheme: 'USCC' })}
            >
              {t('registry.addParty')}
            </Button>
          </>
        )}
      </Form.List>
    </Card>
  );
}
