// The second step of signing in: a code of the authenticator, or a recovery code.
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface CodeFormProps {
  readonly pending: boolean;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}

export function CodeForm({ pending, onCode, onBack }: CodeFormProps) {
  const { t } = useTranslation();
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.trim())}
      disabled={pending}
    >
      <Form.Item
        name="code"
        label={t('identity.code')}
        extra={t('identity.codeAbout')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input autoComplete="one-time-code" autoFocus size="large" maxLength={40} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={pending}>
        {t('identity.signIn')}
      </Button>
      <Button type="link" block onClick={onBack} style={{ marginTop: 8 }}>
        {t('identity.otherSignIn')}
      </Button>
    </Form>
  );
}
