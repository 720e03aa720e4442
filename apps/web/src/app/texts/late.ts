// Texts that only a few screens need come with those screens, under a name of their own, and not with the first one.
import i18next from 'i18next';
import type { Language } from '../language';

export function addTexts(name: string, texts: Readonly<Record<Language, object>>): void {
  for (const [language, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, name, bundle);
}
