// The frame of what is shown before anybody is signed in.
import { Flex } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/shell/brand';
import { BrightnessSwitch, LanguageSwitch } from '../../app/shell/switches';

interface DoorProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

export function Door({ title, about, children }: DoorProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · 右券 Youquan`;
  }, [title]);
  return (
    <main style={{ maxWidth: 600, margin: '0 auto', padding: '4vh 16px 32px' }}>
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
          {about}
        </p>
        {children}
      </div>
      <p>
        <a href="/">{t('joining.toSignIn')}</a>
      </p>
    </main>
  );
}
