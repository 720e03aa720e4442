// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';
import type { life } from './texts/en/register/life';
import type { objections } from './texts/en/register/objections';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; life: typeof life; objections: typeof objections };
  }
}
