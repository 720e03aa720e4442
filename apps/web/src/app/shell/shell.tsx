// What surrounds every screen: the places at the left, on a phone behind a button; search and account at the top.
import { MenuOutlined } from '@ant-design/icons';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Grid } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Account } from '../../features/identity/account';
import { useSession } from '../session';
import { Brand } from './brand';
import { IdleWatch } from './idle/idle-watch';
import { InboxBell } from './inbox-bell';
import { PaletteButton } from './palette/palette-button';
import { Places } from './places';
import { ProgressLine } from './progress-line';
import { LanguageSwitch } from './switches';
import { Waiting } from './waiting';

const PlacesDrawer = lazy(async () => ({ default: (await import('./places-drawer')).PlacesDrawer }));

/** Whoever must set up an authenticator first is led to where they can, and is told why there. */
function Screen() {
  const { data } = useSession();
  const { pathname } = useLocation();
  const waits = data?.secondFactor.required === true && !data.secondFactor.enrolled;
  return waits && pathname !== '/security' ? <Navigate to="/security" replace /> : <Outlet />;
}

export function Shell() {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  return (
    <div className="shell">
      <a href="#content" className="skip no-print">
        {t('nav.skip')}
      </a>
      <ProgressLine />
      {wide && (
        <div className="shell-side no-print">
          <Brand />
          <Places />
        </div>
      )}
      <div className="shell-main">
        <div className="shell-top no-print" role="banner">
          {!wide && (
            <>
              <Button
                type="text"
                icon={<MenuOutlined aria-hidden />}
                aria-label={t('nav.open')}
                onClick={() => setOpen(true)}
              />
              <Brand />
            </>
          )}
          <PaletteButton compact={!wide} />
          <div className="shell-person">
            <InboxBell />
            <LanguageSwitch />
            <Account compact={!wide} />
          </div>
        </div>
        <main id="content" tabIndex={-1} className="shell-content">
          <Waiting />
          <Screen />
        </main>
      </div>
      {open && !wide && (
        <Suspense>
          <PlacesDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
      <IdleWatch />
    </div>
  );
}
