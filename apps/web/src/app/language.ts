// Which language the reader chose; every text of the app comes from the catalogues, and only the chosen one is fetched.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { answerIn } from '../api/client';

export type Language = 'en' | 'zh';

const REMEMBERED = 'youquan.language';
/** One browser may serve several people; the last choice of anyone holds until somebody has signed in. */
const keyOf = (userId?: string) => (userId ? `${REMEMBERED}.${userId}` : REMEMBERED);

const catalogues = {
  en: async () => (await import('./texts/en')).en,
  zh: async () => (await import('./texts/zh')).zh,
};

function remembered(userId?: string): Language | null {
  const found = localStorage.getItem(keyOf(userId));
  return found === 'en' || found === 'zh' ? found : null;
}

function tellTheDocument(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

async function fetchTexts(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await catalogues[language]());
}

export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', tellTheDocument);
  const language = remembered() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await catalogues[language]() } },
    lng: language,
    interpolation: { escapeValue: false },
  });
  answerIn(() => i18next.language);
}

export async function changeLanguage(language: Language, userId?: string): Promise<void> {
  await fetchTexts(language);
  localStorage.setItem(REMEMBERED, language);
  if (userId) localStorage.setItem(keyOf(userId), language);
  await i18next.changeLanguage(language);
}

/** Somebody has signed in: their own choice holds from now on, if they ever made one in this browser. */
export async function restoreLanguageOf(userId: string): Promise<void> {
  const own = remembered(userId);
  if (own && own !== i18next.language) await changeLanguage(own, userId);
}
