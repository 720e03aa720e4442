// Who is signed in and for whom, and what they may do with their own account.
import { KeyOutlined, LogoutOutlined, SafetyOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { type Session, useSession, useSessionChange } from '../../app/session';
import { BrightnessSwitch } from '../../app/shell/switches';

const PasswordForm = lazy(async () => ({ default: (await import('./password-form')).PasswordForm }));

export function Account({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);
  if (!session) return null;
  const change = () => {
    setOpen(false);
    setChanging(true);
  };
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        content={<Own session={session} onChangePassword={change} onLeave={() => setOpen(false)} />}
      >
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          aria-label={`${t('identity.account')}: ${session.user.name}`}
          aria-expanded={open}
        >
          {compact ? null : session.user.name}
        </Button>
      </Popover>
      {changing && (
        <Suspense>
          <PasswordForm onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}

interface OwnProps {
  readonly session: Session;
  readonly onChangePassword: () => void;
  readonly onLeave: () => void;
}

function Own({ session: { user, organisation }, onChangePassword, onLeave }: OwnProps) {
  const { t } = useTranslation();
  const changeSession = useSessionChange();
  const signOut = useMutation({
    mutationFn: () => take(api.POST('/api/auth/sign-out')),
    onSettled: () => changeSession(null),
  });
  return (
    <div className="account">
      <div>
        <strong>{user.name}</strong>
        <div>{organisation.legalName}</div>
        <div className="muted">{user.roles.map((role) => t(`identity.role.${role}`)).join(' · ')}</div>
      </div>
      <BrightnessSwitch words />
      <Link to="/security" onClick={onLeave}>
        <Button type="text" block tabIndex={-1} icon={<SafetyOutlined aria-hidden />}>
          {t('identity.security')}
        </Button>
      </Link>
      <Link to="/roles" onClick={onLeave}>
        <Button type="text" block tabIndex={-1} icon={<TeamOutlined aria-hidden />}>
          {t('people.rolesTitle')}
        </Button>
      </Link>
      <Button type="text" block icon={<KeyOutlined aria-hidden />} onClick={onChangePassword}>
        {t('identity.changePassword')}
      </Button>
      <Button
        type="text"
        block
        icon={<LogoutOutlined aria-hidden />}
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('identity.signOut')}
      </Button>
    </div>
  );
}
