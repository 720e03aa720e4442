// What is refused around dilution and tax checks of deals.
import { errorTable } from '#kernel';

export const errors = errorTable('factoring', {
  dilution_not_open: {
    kind: 'conflict',
    message: {
      en: 'No dilution of this receivable awaits your acknowledgement.',
      zh: '该应收账款没有待贵单位确认的稀释。',
    },
    fix: { en: 'Load the deal again to see where it stands.', zh: '请刷新该笔业务查看其当前状态。' },
  },
  dilution_own_acknowledgement: {
    kind: 'refused',
    message: {
      en: 'A dilution is acknowledged by another organisation than the one that caused it.',
      zh: '稀释须由造成该情形的单位以外的单位确认。',
    },
    fix: { en: 'Let the financier acknowledge it.', zh: '请由资金提供方确认。' },
  },
  deal_item_not_found: {
    kind: 'not_found',
    message: { en: 'The deal has no such receivable.', zh: '该笔业务中没有该应收账款。' },
    fix: { en: 'Use an id from the items of the deal.', zh: '请使用该笔业务明细中的标识符。' },
  },
  tax_waiver_needless: {
    kind: 'conflict',
    message: {
      en: 'The tax checks of this deal hold nothing up.',
      zh: '该笔业务的发票查验不影响放款，无需豁免。',
    },
    fix: { en: 'Load the deal again to see where it stands.', zh: '请刷新该笔业务查看其当前状态。' },
  },
});
