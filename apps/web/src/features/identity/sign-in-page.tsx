// The door: login and password; the server sets the session cookie, which no script can read.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { ProblemError, take } from '../../api/problem';
import { Brand } from '../../app/shell/brand';
import { useSessionChange, useSessionEnded } from '../../app/session';
import { BrightnessSwitch, LanguageSwitch } from '../../app/shell/switches';
import { CodeForm } from './code-form';
import { ProblemBox } from '../../ui/forms/problem';

type Values = View<'SignInBody'>;

/** The password was right, and a code is asked for. */
function challengeIn(error: Error): string | null {
  const details = error instanceof ProblemError ? error.problem.details : undefined;
  const challenge = details?.['challenge'];
  return typeof challenge === 'string' ? challenge : null;
}

export function SignInPage() {
  const { t } = useTranslation();
  const changeSession = useSessionChange();
  const [challenge, setChallenge] = useState<string | null>(null);
  const ended = useSessionEnded();
  const title = t('identity.signIn');
  useEffect(() => {
    document.title = `${title} · 右券 Youquan`;
  }, [title]);
  const signIn = useMutation({
    mutationFn: async (body: Values) => {
      await take(api.POST('/api/auth/sign-in', { body }));
      return take(api.GET('/api/auth/me'));
    },
    onSuccess: changeSession,
    onError: (error) => setChallenge(challengeIn(error)),
  });
  const second = useMutation({
    mutationFn: async (body: View<'SignInCodeBody'>) => {
      await take(api.POST('/api/auth/sign-in/code', { body }));
      return take(api.GET('/api/auth/me'));
    },
    onSuccess: changeSession,
  });
  const back = () => {
    setChallenge(null);
    signIn.reset();
    second.reset();
  };
  return (
    <main style={{ maxWidth: 400, margin: '0 auto', padding: '8vh 16px 32px' }}>
      <Flex justify="space-between" align="center" style={{ marginBottom: 24 }}>
        <Brand />
        <Flex>
          <LanguageSwitch />
          <BrightnessSwitch />
        </Flex>
      </Flex>
      <div className="panel" style={{ padding: 24 }}>
        <h1 style={{ fontSize: 22, margin: 0 }}>{title}</h1>
        <p className="muted" style={{ marginTop: 4 }}>
          {t('identity.welcome')}
        </p>
        {ended && !signIn.error && (
          <Alert
            type="info"
            showIcon
            role="status"
            style={{ marginBottom: 16 }}
            title={t('identity.ended')}
            description={t('identity.endedFix')}
          />
        )}
        <ProblemBox error={challenge === null ? signIn.error : second.error} />
        {challenge !== null && (
          <CodeForm
            pending={second.isPending}
            onCode={(code) => second.mutate({ challenge, code })}
            onBack={back}
          />
        )}
        <Form<Values>
          layout="vertical"
          hidden={challenge !== null}
          requiredMark={false}
          onFinish={(body) => signIn.mutate(body)}
          disabled={signIn.isPending}
        >
          <Form.Item
            name="login"
            label={t('identity.login')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('identity.password')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            {title}
          </Button>
        </Form>
      </div>
      <p>
        <a href="/forgot-password">{t('people.forgot')}</a>
      </p>
      <p>
        <a href="/apply">{t('joining.applyInstead')}</a>
      </p>
    </main>
  );
}
