// What surrounds every screen: the places at the left, on a phone behind a button; who is signed in at the top.
import { MenuOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Drawer, Flex, Grid, Layout, Menu, theme } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Account } from '../../features/identity/account';
import { Brand } from './brand';
import { placesFor } from './navigation';
import { useMay } from '../session';
import { BrightnessSwitch, LanguageSwitch } from './switches';

function Places({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = placesFor(useMay());
  const here = shown.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <Menu
      mode="inline"
      style={{ borderInlineEnd: 0 }}
      selectedKeys={here ? [here.path] : []}
      onClick={onChosen}
      items={shown.map(({ path, text, icon }) => ({
        key: path,
        icon,
        label: <Link to={path}>{t(text)}</Link>,
      }))}
    />
  );
}

export function Shell() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      {wide && (
        <Layout.Sider
          width={216}
          theme="light"
          style={{ borderInlineEnd: `1px solid ${token.colorBorderSecondary}` }}
        >
          <Flex style={{ height: 56, paddingInline: 20 }} align="center">
            <Brand />
          </Flex>
          <nav aria-label={t('nav.label')}>
            <Places />
          </nav>
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header
          style={{
            background: token.colorBgContainer,
            borderBottom: `1px solid ${token.colorBorderSecondary}`,
            height: 56,
            lineHeight: 'normal',
            paddingInline: wide ? 24 : 12,
          }}
        >
          <Flex align="center" justify="space-between" style={{ height: '100%', width: '100%' }} gap={8}>
            <Flex align="center" gap={8}>
              {!wide && (
                <>
                  <Button
                    type="text"
                    icon={<MenuOutlined />}
                    aria-label={t('nav.open')}
                    onClick={() => setOpen(true)}
                  />
                  <Brand />
                </>
              )}
            </Flex>
            <Flex align="center" gap={4} style={{ marginInlineStart: 'auto' }}>
              <LanguageSwitch />
              <BrightnessSwitch />
              <Account compact={!wide} />
            </Flex>
          </Flex>
        </Layout.Header>
        <Layout.Content style={{ padding: wide ? 24 : 12 }}>
          <main style={{ maxWidth: 1280, margin: '0 auto' }}>
            <Outlet />
          </main>
        </Layout.Content>
      </Layout>
      {!wide && (
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={<Brand />}>
          <Places onChosen={() => setOpen(false)} />
        </Drawer>
      )}
    </Layout>
  );
}
