// The two switches everybody has, signed in or not: language and brightness.
import { BulbOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../language';
import { useSession } from '../session';
import { BRIGHTNESSES, useBrightness } from '../theme';

export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const { data: session } = useSession();
  const zh = i18n.language === 'zh';
  return (
    <Button
      type="text"
      lang={zh ? 'en' : 'zh-CN'}
      onClick={() => void changeLanguage(zh ? 'en' : 'zh', session?.user.id)}
    >
      {zh ? 'English' : '中文'}
    </Button>
  );
}

const ICONS = {
  system: <BulbOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
};

/** Goes round: as the system has it, light, dark. */
export function BrightnessSwitch({ words = false }: { readonly words?: boolean }) {
  const { t } = useTranslation();
  const { chosen, choose } = useBrightness();
  const next = BRIGHTNESSES[(BRIGHTNESSES.indexOf(chosen) + 1) % BRIGHTNESSES.length] ?? 'system';
  const text = t(`common.brightness.${chosen}`);
  return (
    <Button
      type="text"
      block={words}
      icon={ICONS[chosen]}
      aria-label={text}
      title={text}
      onClick={() => choose(next)}
    >
      {words ? text : null}
    </Button>
  );
}
