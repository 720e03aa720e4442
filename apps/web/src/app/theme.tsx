// Light or dark, and the words of Ant Design's own parts in the reader's language.
import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DARK, LIGHT } from './palette';

const REMEMBERED = 'youquan.theme';
const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

export const BRIGHTNESSES = ['system', 'light', 'dark'] as const;
export type Brightness = (typeof BRIGHTNESSES)[number];

interface Chosen {
  readonly chosen: Brightness;
  readonly dark: boolean;
  readonly choose: (next: Brightness) => void;
}
const BrightnessContext = createContext<Chosen>({ chosen: 'system', dark: false, choose: () => undefined });

export const useBrightness = () => useContext(BrightnessContext);

const systemIsDark = systemSetting('(prefers-color-scheme: dark)');
const lessMotion = systemSetting('(prefers-reduced-motion: reduce)');
function systemSetting(query: string) {
  const setting = window.matchMedia(query);
  const listen = (changed: () => void) => {
    setting.addEventListener('change', changed);
    return () => setting.removeEventListener('change', changed);
  };
  return { listen, holds: () => setting.matches };
}

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState(firstChoice);
  const darkByTheSystem = useSyncExternalStore(systemIsDark.listen, systemIsDark.holds);
  const still = useSyncExternalStore(lessMotion.listen, lessMotion.holds);
  const dark = chosen === 'system' ? darkByTheSystem : chosen === 'dark';
  useEffect(() => {
    const brightness = dark ? 'dark' : 'light';
    document.documentElement.dataset['brightness'] = brightness;
    document.documentElement.style.colorScheme = brightness;
  }, [dark]);
  const palette = dark ? DARK : LIGHT;
  const choose = (next: Brightness) => {
    localStorage.setItem(REMEMBERED, next);
    setChosen(next);
  };
  return (
    <BrightnessContext.Provider value={{ chosen, dark, choose }}>
      <ConfigProvider
        locale={i18n.language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        theme={{
          // The class is on the root element, so that our own styles can use the same variables.
          cssVar: { key: 'youquan' },
          algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
          components: { Button: palette.button },
          token: { ...palette.token, fontFamily: FONTS, borderRadius: 6, motion: !still },
        }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </BrightnessContext.Provider>
  );
}

function firstChoice(): Brightness {
  const remembered = localStorage.getItem(REMEMBERED);
  return BRIGHTNESSES.find((one) => one === remembered) ?? 'system';
}
