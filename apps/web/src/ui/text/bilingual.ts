// Sentences that the server sends in both languages at once.
import { useTranslation } from 'react-i18next';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export function useSentence(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'zh' ? text.zh : text.en);
}
