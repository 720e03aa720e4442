// Light or dark, and the words of Ant Design's own parts in the reader's language.
import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

const REMEMBERED = 'youquan.theme';
const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/**
 * The palette that Ant Design derives from so dark a green has grey in place of pale green, and a hovered link that
 * cannot be read on a dark ground; greys and links must be readable.
 */
const LIGHT = {
  colorPrimary: '#0f7a64',
  colorPrimaryBg: '#e2f2ec',
  colorPrimaryBgHover: '#cfe8df',
  colorLink: '#0b6b58',
  colorLinkHover: '#0f7a64',
  colorTextSecondary: '#5b6562',
  colorTextTertiary: '#5b6562',
  colorTextDescription: '#5b6562',
  colorTextPlaceholder: '#6f7976',
  colorBgLayout: '#f6f8f7',
  colorError: '#c8262c',
};
const DARK = {
  colorError: '#ff938f',
  colorPrimary: '#1a8f77',
  colorLink: '#4cc3a9',
  colorLinkHover: '#6fdcc3',
  colorLinkActive: '#44a993',
  colorTextSecondary: '#a9b4b0',
  colorTextTertiary: '#a9b4b0',
  colorTextDescription: '#a9b4b0',
  colorTextPlaceholder: '#8f9a96',
  colorBgLayout: '#101413',
  colorBgContainer: '#181d1b',
  colorBgElevated: '#1f2523',
};

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
          components: { Button: { dangerColor: dark ? '#1b0b0b' : '#ffffff' } },
          token: { ...(dark ? DARK : LIGHT), fontFamily: FONTS, borderRadius: 6, motion: !still },
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
