// An amount as people read it: grouped digits with the currency's sign where everyone knows it, else its code.
import { useTranslation } from 'react-i18next';
import { groupDigits } from './amount-text';

export interface MoneyView {
  readonly amount: string;
  readonly currency: string;
}

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥' };

export function moneyText({ amount, currency }: MoneyView, language: string): string {
  const digits = groupDigits(amount);
  const sign = language === 'zh' ? SIGNS[currency] : undefined;
  if (sign === undefined) return `${currency} ${digits}`;
  return digits.startsWith('−') ? `−${sign}${digits.slice(1)}` : `${sign}${digits}`;
}

export function MoneyText({
  money,
  strong,
}: {
  readonly money: MoneyView | null | undefined;
  readonly strong?: boolean;
}) {
  const { i18n } = useTranslation();
  if (!money) return <span>—</span>;
  return (
    <span className="figure" style={strong ? { fontWeight: 600 } : undefined}>
      {moneyText(money, i18n.language)}
    </span>
  );
}
