// The two switches everybody has, signed in or not: language and brightness.
import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../language';
import { useBrightness } from '../theme';

export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const zh = i18n.language === 'zh';
  return (
    <Button type="text" lang={zh ? 'en' : 'zh-CN'} onClick={() => void changeLanguage(zh ? 'en' : 'zh')}>
      {zh ? 'English' : '中文'}
    </Button>
  );
}

export function BrightnessSwitch() {
  const { t } = useTranslation();
  const { dark, setDark } = useBrightness();
  return (
    <Button
      type="text"
      icon={dark ? <SunOutlined /> : <MoonOutlined />}
      aria-label={t(dark ? 'common.light' : 'common.dark')}
      onClick={() => setDark(!dark)}
    />
  );
}
