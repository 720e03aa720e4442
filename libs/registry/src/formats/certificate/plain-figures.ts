// Instants and amounts of a certificate as people read them on paper; what is signed is what a machine reads.
import type { Bilingual } from '#kernel';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?Z$/;
const AMOUNT = /^([A-Z]{3}) (-?\d+)(\.\d+)?$/;
/** Beijing has had no summer time since 1991, and the register begins later. */
const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** To the last digit, for ranks hang on it; another text stays as it is. */
export function instantInWords(text: string): Bilingual {
  const [, date, time, fraction = ''] = INSTANT.exec(text) ?? [];
  if (date === undefined || time === undefined) return { zh: text, en: text };
  const beijing = new Date(Date.parse(`${date}T${time}Z`) + BEIJING_AHEAD_MS).toISOString();
  const [year, month, day] = beijing.slice(0, 10).split('-');
  return {
    zh: `${year}年${month}月${day}日 ${beijing.slice(11, 19)}${fraction}（北京时间）`,
    en: `${date} ${time}${fraction} UTC`,
  };
}

/** `CNY 1000000.00` with its thousands marked; another text stays as it is. */
export const amountInWords = (text: string): string =>
  text.replace(
    AMOUNT,
    (_, currency: string, whole: string, rest = '') =>
      `${currency} ${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}${rest}`,
  );
