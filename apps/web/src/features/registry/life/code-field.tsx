// The modification code, asked of whoever did not file the registration.
import { Form, Input } from 'antd';
import type { View } from '../../../api/client';
import { useLifeTexts } from './texts';

export const changesByCode = ({ actions }: Pick<View<'RegistrationView'>, 'actions'>): boolean =>
  actions.includes('by_code');

export function CodeField({
  registration,
}: {
  readonly registration: Pick<View<'RegistrationView'>, 'actions'>;
}) {
  const t = useLifeTexts();
  if (!changesByCode(registration)) return null;
  return (
    <Form.Item
      name="modificationCode"
      label={t('code')}
      extra={t('codeAsked')}
      rules={[{ required: true }]}
      style={{ maxWidth: 320 }}
    >
      <Input maxLength={40} autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}
