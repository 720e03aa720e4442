// Sums in words, one for each currency: "CNY 1,000.00 + USD 20.00".
import { sumMoney } from '#kernel';
import { moneyText, type MoneyView } from '../../../ui/text/money-text';

export function sumText(list: readonly MoneyView[], language: string): string {
  const currencies = [...new Set(list.map(({ currency }) => currency))];
  return currencies
    .map((code) =>
      sumMoney(
        list.filter(({ currency }) => currency === code),
        code,
      ),
    )
    .map((sum) => moneyText(sum, language))
    .join(' + ');
}
