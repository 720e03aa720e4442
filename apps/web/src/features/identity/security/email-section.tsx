// One's own mail address: what counts, what awaits verification, and another one.
import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { Section } from '../../../ui/section';

export function EmailSection() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [changing, setChanging] = useState(false);
  if (!session) return null;
  const { email, pendingEmail } = session.user;
  return (
    <Section title={t('people.email')} about={t('people.emailAbout')}>
      <Flex gap={12} align="center" wrap>
        <strong>{email ?? t('people.emailNone')}</strong>
        <Button onClick={() => setChanging(true)}>{t('people.emailChange')}</Button>
      </Flex>
      {pendingEmail && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 12 }}
          title={t('people.emailPending', { email: pendingEmail })}
        />
      )}
      {changing && <EmailForm enrolled={session.secondFactor.enrolled} onClose={() => setChanging(false)} />}
    </Section>
  );
}

interface EmailFormProps {
  readonly enrolled: boolean;
  readonly onClose: () => void;
}

function EmailForm({ enrolled, onClose }: EmailFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<View<'EmailBody'>>();
  const state = useDeed({
    call: (body: View<'EmailBody'>) => take(api.POST('/api/auth/email', { body })),
    touches: ['session'],
    done: t('people.emailSent'),
    onDone: onClose,
  });
  return (
    <FormDialog<View<'EmailBody'>>
      title={t('people.emailChange')}
      form={form}
      deed={state}
      onFinish={(values) => state.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="email" label={t('people.email')} rules={[{ required: true }]}>
        <Input type="email" maxLength={254} autoComplete="email" />
      </Form.Item>
      <Form.Item name="password" label={t('identity.currentPassword')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {enrolled && (
        <Form.Item name="code" label={t('identity.code')} rules={[{ required: true }]}>
          <Input autoComplete="one-time-code" maxLength={40} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
