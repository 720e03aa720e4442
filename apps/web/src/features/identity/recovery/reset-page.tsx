// The one-time link to a new password: what else it takes, the server says.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox, useFieldProblems } from '../../../ui/forms/problem';
import { Door } from '../../joining/door';

type Values = Omit<View<'NewPasswordBody'>, 'token'>;

export function ResetPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const token = window.location.hash.slice(1) || '-';
  const link = useQuery({
    queryKey: ['reset-link', token],
    queryFn: () => take(api.POST('/api/auth/password-reset/link', { body: { token } })),
    retry: false,
  });
  const reset = useMutation({
    mutationFn: (values: Values) =>
      take(api.POST('/api/auth/password-reset', { body: { ...values, token } })),
  });
  const beside = useFieldProblems(form, reset.error);
  const login = link.data?.login ?? '';
  return (
    <Door title={t('people.forgotTitle')} about={link.data ? t('people.resetOf', { login }) : ''}>
      {reset.data ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('people.resetDone')}
          description={t('people.resetDoneAbout', { login })}
        />
      ) : (
        <>
          <ProblemBox error={link.error ?? reset.error} beside={beside} />
          {link.data && (
            <Form<Values> form={form} layout="vertical" onFinish={(values) => reset.mutate(values)}>
              {link.data.needsHandover && (
                <Form.Item
                  name="handoverCode"
                  label={t('people.handover')}
                  extra={t('people.handoverAbout')}
                  rules={[{ required: true }]}
                >
                  <Input maxLength={40} autoComplete="off" />
                </Form.Item>
              )}
              {link.data.needsCode && (
                <Form.Item
                  name="code"
                  label={t('identity.code')}
                  extra={t('identity.codeAbout')}
                  rules={[{ required: true }]}
                >
                  <Input maxLength={40} autoComplete="one-time-code" />
                </Form.Item>
              )}
              <Form.Item
                name="newPassword"
                label={t('identity.newPassword')}
                extra={t('identity.passwordRule')}
                rules={[{ required: true }]}
              >
                <Input.Password autoComplete="new-password" />
              </Form.Item>
              <Button type="primary" htmlType="submit" block size="large" loading={reset.isPending}>
                {t('people.resetDo')}
              </Button>
            </Form>
          )}
        </>
      )}
    </Door>
  );
}
