// Light or dark, and the words of Ant Design's own parts in the reader's language.
import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';

const REMEMBERED = 'youquan.theme';
const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** The palette that Ant Design derives from so dark a green has grey in place of pale green. */
const LIGHT = { colorPrimary: '#0f7a64', colorPrimaryBg: '#e2f2ec', colorPrimaryBgHover: '#cfe8df' };
const DARK = { colorPrimary: '#1fa187' };

interface Brightness {
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
}
const BrightnessContext = createContext<Brightness>({ dark: false, setDark: () => undefined });

export const useBrightness = () => useContext(BrightnessContext);

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const [dark, setState] = useState(() => firstChoice());
  const setDark = (next: boolean) => {
    localStorage.setItem(REMEMBERED, next ? 'dark' : 'light');
    setState(next);
  };
  return (
    <BrightnessContext.Provider value={{ dark, setDark }}>
      <ConfigProvider
        locale={i18n.language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
          token: { ...(dark ? DARK : LIGHT), fontFamily: FONTS, borderRadius: 6 },
        }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </BrightnessContext.Provider>
  );
}

function firstChoice(): boolean {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered) return remembered === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
