// Nobody passes without a session: the sign-in page stands at whatever address was asked for.
import { useLocation } from '@tanstack/react-router';
import { Flex, Spin } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { SignInPage } from '../features/identity/sign-in-page';
import { ProblemBox } from '../ui/forms/problem';
import { restoreLanguageOf } from './language';
import { useSession } from './session';

const Shell = lazy(async () => ({ default: (await import('./shell/shell')).Shell }));

const waiting = (
  <Flex align="center" justify="center" style={{ height: '100vh' }}>
    <Spin size="large" />
  </Flex>
);

const DOORS: Readonly<Record<string, ReturnType<typeof lazy>>> = {
  '/apply': lazy(async () => ({ default: (await import('../features/joining/apply-page')).ApplyPage })),
  '/forgot-password': lazy(async () => ({
    default: (await import('../features/identity/recovery/forgotten-page')).ForgottenPage,
  })),
  '/reset-password': lazy(async () => ({
    default: (await import('../features/identity/recovery/reset-page')).ResetPage,
  })),
  '/verify-email': lazy(async () => ({
    default: (await import('../features/identity/recovery/verify-page')).VerifyPage,
  })),
  '/unsubscribe': lazy(async () => ({
    default: (await import('../features/inbox/mails/unsubscribe-page')).UnsubscribePage,
  })),
  '/join': lazy(async () => ({ default: (await import('../features/joining/join-page')).JoinPage })),
};

/** Who applies, joins or opens a one-time link has no session, and needs none. */
export function Gate() {
  const { pathname } = useLocation();
  const Door = DOORS[pathname];
  if (!Door) return <SessionGate />;
  return (
    <Suspense fallback={waiting}>
      <Door />
    </Suspense>
  );
}

function SessionGate() {
  const { data, error, refetch } = useSession();
  const userId = data?.user.id;
  useEffect(() => {
    if (userId) void restoreLanguageOf(userId);
  }, [userId]);
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (data === undefined) return waiting;
  if (data === null) return <SignInPage />;
  return (
    <Suspense fallback={waiting}>
      <Shell />
    </Suspense>
  );
}
