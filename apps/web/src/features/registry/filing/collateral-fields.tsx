// What a registration covers, item by item; for a receivable the invoice and its debtor make it findable.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Col, Divider, Form, Input, InputNumber, Row, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/forms/inputs';
import { useLifeTexts } from '../life/texts';

const KINDS = ['receivable', 'invoice', 'goods', 'receipt'] as const;

export function CollateralFields() {
  const { t } = useTranslation();
  const life = useLifeTexts();
  return (
    <Card title={t('registry.collateral')} size="small" style={{ marginBottom: 16 }}>
      <Form.List name="collateral">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, position) => (
              <div key={key}>
                {position > 0 && <Divider style={{ marginTop: 0 }} />}
                <Form.Item name={[name, 'no']} hidden>
                  <InputNumber />
                </Form.Item>
                <Form.Item name={[name, 'kind']} label={life('kind')} extra={life('kindHint')}>
                  <Select
                    allowClear
                    options={KINDS.map((value) => ({ value, label: life(`itemKinds.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'description']}
                  label={t('registry.description')}
                  rules={[{ required: true }]}
                >
                  <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
                </Form.Item>
                <Row gutter={12}>
                  <Col xs={24} md={6}>
                    <Form.Item name={[name, 'invoiceNumber']} label={t('registry.invoiceNumber')}>
                      <Input maxLength={64} />
                    </Form.Item>
                  </Col>
                  <Col xs={24} md={8}>
                    <Form.Item name={[name, 'debtorName']} label={t('registry.debtorName')}>
                      <Input maxLength={200} />
                    </Form.Item>
                  </Col>
                  <Col xs={12} md={5}>
                    <Form.Item name={[name, 'amount']} label={t('registry.amount')}>
                      <AmountInput />
                    </Form.Item>
                  </Col>
                  <Col xs={12} md={5}>
                    <Form.Item name={[name, 'payable']} label={t('registry.payable')}>
                      <AmountInput />
                    </Form.Item>
                  </Col>
                </Row>
                <Form.Item name={[name, 'assetKey']} label={t('registry.assetKey')}>
                  <Input maxLength={300} placeholder="invoice:…" />
                </Form.Item>
                {fields.length > 1 && (
                  <Button size="small" danger style={{ marginBottom: 12 }} onClick={() => remove(name)}>
                    {t('registry.remove')}
                  </Button>
                )}
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('registry.addItem')}
            </Button>
          </>
        )}
      </Form.List>
    </Card>
  );
}
