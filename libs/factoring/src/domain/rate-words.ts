// Why a price has no annual rate, in words.
import type { Bilingual } from '#kernel';
import type { NoRate } from './annual-rate';

const WORDS: Readonly<Record<NoRate, Bilingual>> = Object.freeze({
  no_net_cash: {
    en: 'There is no rate: nothing is paid out on the value date.',
    zh: '无法计算年化成本：起息日没有实付金额。',
  },
  no_time: {
    en: 'There is no rate: nothing is owed after the value date.',
    zh: '无法计算年化成本：起息日之后没有应付金额。',
  },
  beyond_scale: {
    en: 'The rate is above one million per cent a year.',
    zh: '年化成本超过百分之一百万。',
  },
});

export const noRateWords = (reason: NoRate): Bilingual => WORDS[reason];
