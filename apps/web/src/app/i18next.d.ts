// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}
