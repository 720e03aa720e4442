// Makes every key of the catalogues known to the compiler.
import type { en } from './texts/en';
import type { fees } from './texts/en/register/fees';
import type { life } from './texts/en/register/life';
import type { objections } from './texts/en/register/objections';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof en;
      fees: typeof fees;
      life: typeof life;
      objections: typeof objections;
    };
  }
}
