// Why a value of a table is not read, although a person may see what is meant: it could be another value as well.
import { errorTable } from '#kernel';

const PLAIN_AMOUNT = {
  en: 'Write the amount as 1234.56: a point before the decimals, nothing between the thousands.',
  zh: '请写成 1234.56：小数点用“.”，千位之间不加符号。',
};

export const valueErrors = errorTable('documents', {
  amount_separators: {
    kind: 'refused',
    message: {
      en: '{heading}: in "{value}" the comma or the point may separate thousands or decimals; it is not guessed.',
      zh: '{heading}：“{value}”中的逗号或句点可能是千位分隔，也可能是小数点，系统不作猜测。',
    },
    fix: PLAIN_AMOUNT,
  },
  amount_currency: {
    kind: 'refused',
    message: {
      en: '{heading}: "{value}" bears the sign of another currency than {currency}.',
      zh: '{heading}：“{value}”所带币种符号与 {currency} 不符。',
    },
    fix: {
      en: 'Correct the currency of the row, or write the amount without a sign.',
      zh: '请更正该行币种，或去掉金额中的币种符号。',
    },
  },
  date_order: {
    kind: 'refused',
    message: {
      en: '{heading}: in "{value}" day, month and year may be read in several orders; it is not guessed.',
      zh: '{heading}：“{value}”的年、月、日顺序不明，系统不作猜测。',
    },
    fix: { en: 'Write the date as YYYY-MM-DD.', zh: '请将日期写成 YYYY-MM-DD。' },
  },
});
