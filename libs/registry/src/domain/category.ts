// What may be registered: the seven categories of PBoC Order 2021 No. 7 (动产和权利担保统一登记办法), Art. 2.
import type { Bilingual } from '#kernel';

export type Category =
  | 'equipment_mortgage'
  | 'receivables_pledge'
  | 'document_pledge'
  | 'finance_lease'
  | 'factoring'
  | 'retention_of_title'
  | 'other';

/** In the order of Art. 2 (1) to (7). Vehicles, ships, aircraft, securities and intellectual property lie outside. */
export const CATEGORY_TEXTS: Readonly<Record<Category, Bilingual>> = Object.freeze({
  equipment_mortgage: {
    en: 'Mortgage of equipment, raw materials, semi-finished goods or products',
    zh: '生产设备、原材料、半成品、产品抵押',
  },
  receivables_pledge: { en: 'Pledge of receivables', zh: '应收账款质押' },
  document_pledge: {
    en: 'Pledge of deposit certificates, warehouse receipts or bills of lading',
    zh: '存款单、仓单、提单质押',
  },
  finance_lease: { en: 'Finance lease', zh: '融资租赁' },
  factoring: { en: 'Factoring', zh: '保理' },
  retention_of_title: { en: 'Retention of title', zh: '所有权保留' },
  other: {
    en: 'Other registrable movables and rights',
    zh: '其他可以登记的动产和权利担保',
  },
});

export const CATEGORIES = Object.freeze(Object.keys(CATEGORY_TEXTS)) as readonly Category[];
