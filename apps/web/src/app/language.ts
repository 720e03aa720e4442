// Which language the reader chose; every text of the app comes from the catalogues.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { answerIn } from '../api/client';
import { en } from './texts/en';
import { zh } from './texts/zh';

export type Language = 'en' | 'zh';

const REMEMBERED = 'youquan.language';

function firstChoice(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'en' || remembered === 'zh') return remembered;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

function tellTheDocument(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', tellTheDocument);
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, zh: { translation: zh } },
    lng: firstChoice(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  answerIn(() => i18next.language);
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await i18next.changeLanguage(language);
}
