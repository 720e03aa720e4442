// What a search for a natural person takes: the number, and why.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePersonTexts } from './texts';

export function PersonFields() {
  const t = usePersonTexts();
  const { t: common } = useTranslation();
  const required = [{ required: true, message: common('common.required') }];
  return (
    <>
      <Form.Item name="number" label={t('number')} extra={t('numberAbout')} rules={required}>
        <Input maxLength={64} autoComplete="off" style={{ maxWidth: 420 }} />
      </Form.Item>
      <Form.Item name="purpose" label={t('purpose')} extra={t('purposeAbout')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
