// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';
import type { person } from './texts/en/register/person';
import type { priority } from './texts/en/register/priority';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; person: typeof person; priority: typeof priority };
  }
}
