// Who is signed in and for whom, and what they may do with their own account.
import { KeyOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { useSession, useSessionChange } from '../../app/session';

const PasswordForm = lazy(async () => ({ default: (await import('./password-form')).PasswordForm }));

export function Account({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const changeSession = useSessionChange();
  const [changing, setChanging] = useState(false);
  const signOut = useMutation({
    mutationFn: () => take(api.POST('/api/auth/sign-out')),
    onSettled: () => changeSession(null),
  });
  if (!session) return null;
  const { user, organisation } = session;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <>
                  <div>{user.name}</div>
                  <div>{organisation.legalName}</div>
                  <div>{user.roles.map((role) => t(`identity.role.${role}`)).join(' · ')}</div>
                </>
              ),
            },
            { key: 'password', icon: <KeyOutlined />, label: t('identity.changePassword') },
            { key: 'out', icon: <LogoutOutlined />, label: t('identity.signOut') },
          ],
          onClick: ({ key }) => (key === 'out' ? signOut.mutate() : setChanging(true)),
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('identity.account')}>
          {compact ? null : `${user.name} · ${organisation.legalName}`}
        </Button>
      </Dropdown>
      {changing && (
        <Suspense>
          <PasswordForm onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
