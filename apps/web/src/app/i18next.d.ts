// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';
import type { fees } from './texts/en/register/fees';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; fees: typeof fees };
  }
}
