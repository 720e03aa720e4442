// The one-time link of an accepted organisation: whoever holds it becomes its first user.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox, useFieldProblems } from '../../ui/forms/problem';
import { Door } from './door';

type Values = Omit<View<'FirstUserBody'>, 'token'>;

export function JoinPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const token = window.location.hash.slice(1) || '-';
  const link = useQuery({
    queryKey: ['joining', token],
    queryFn: () => take(api.POST('/api/joining/link', { body: { token } })),
    retry: false,
  });
  const join = useMutation({
    mutationFn: (values: Values) => take(api.POST('/api/joining/first-user', { body: { ...values, token } })),
  });
  const beside = useFieldProblems(form, join.error);
  const name = link.data?.organisationName;
  return (
    <Door title={t('joining.firstUser')} about={name ? t('joining.firstUserAbout', { name }) : ''}>
      {join.data ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('joining.joined')}
          description={t('joining.joinedAbout', { login: join.data.login, name })}
        />
      ) : (
        <>
          <ProblemBox error={link.error ?? join.error} beside={beside} />
          {link.data && (
            <Form<Values> form={form} layout="vertical" onFinish={(values) => join.mutate(values)}>
              <Form.Item name="name" label={t('identity.name')} rules={[{ required: true }]}>
                <Input maxLength={100} autoComplete="name" />
              </Form.Item>
              <Form.Item name="login" label={t('identity.login')} rules={[{ required: true }]}>
                <Input maxLength={80} autoComplete="username" />
              </Form.Item>
              <Form.Item
                name="password"
                label={t('identity.password')}
                extra={t('identity.passwordRule')}
                rules={[{ required: true }]}
              >
                <Input.Password autoComplete="new-password" />
              </Form.Item>
              <Button type="primary" htmlType="submit" block size="large" loading={join.isPending}>
                {t('joining.firstUser')}
              </Button>
            </Form>
          )}
        </>
      )}
    </Door>
  );
}
