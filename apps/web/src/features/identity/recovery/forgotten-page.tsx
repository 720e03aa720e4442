// Asks for a link to a new password. What is said does not depend on whether there is such a user.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Door } from '../../joining/door';

type Values = View<'ForgottenBody'>;

export function ForgottenPage() {
  const { t } = useTranslation();
  const ask = useMutation({
    mutationFn: (body: Values) => take(api.POST('/api/auth/password-reset/request', { body })),
  });
  return (
    <Door title={t('people.forgotTitle')} about={t('people.forgotAbout')}>
      {ask.isSuccess ? (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('people.forgotSent')}
          description={t('people.forgotSentAbout')}
        />
      ) : (
        <>
          <ProblemBox error={ask.error} />
          <Form<Values> layout="vertical" onFinish={(values) => ask.mutate(values)}>
            <Form.Item name="login" label={t('identity.login')} rules={[{ required: true }]}>
              <Input maxLength={80} autoComplete="username" />
            </Form.Item>
            <Button type="primary" htmlType="submit" block size="large" loading={ask.isPending}>
              {t('people.forgotSend')}
            </Button>
          </Form>
        </>
      )}
    </Door>
  );
}
