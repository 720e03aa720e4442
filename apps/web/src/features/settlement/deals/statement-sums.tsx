// Both sides of a deal's money: what came in or is still out, and where it went. They are equal, and that is shown.
import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isZero, sumMoney } from '#kernel';
import type { View } from '../../../api/client';
import { MoneyText, moneyText } from '../../../ui/text/money-text';

type Sums = View<'StatementSumsView'>;
type Name = keyof Sums;

const IN = ['collected', 'advanceOutstanding'] as const satisfies readonly Name[];
const OUT = [
  'netCashPaid',
  'fees',
  'interest',
  'surplusPaid',
  'surplusOwed',
  'surplusKept',
] as const satisfies readonly Name[];

export function StatementSums({ sums }: { readonly sums: Sums }) {
  const { t, i18n } = useTranslation();
  const total = sumMoney(
    IN.map((name) => sums[name]),
    sums.collected.currency,
  );
  return (
    <>
      <Flex gap={32} wrap style={{ marginBottom: 12 }}>
        <Side title={t('settlement.cameIn')} names={IN} sums={sums} />
        <Side title={t('settlement.wentOut')} names={OUT} sums={sums} />
      </Flex>
      <Typography.Text strong>
        {t('settlement.sumsTogether', { sum: moneyText(total, i18n.language) })}
      </Typography.Text>
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly names: readonly Name[];
  readonly sums: Sums;
}

function Side({ title, names, sums }: SideProps) {
  const { t } = useTranslation();
  return (
    <Flex vertical gap={4} style={{ flex: '1 1 280px' }}>
      <strong>{title}</strong>
      {names
        .filter((name) => !isZero(sums[name]))
        .map((name) => (
          <Flex key={name} justify="space-between" wrap gap={8}>
            <Typography.Text type="secondary">{t(`settlement.sums.${name}`)}</Typography.Text>
            <MoneyText money={sums[name]} />
          </Flex>
        ))}
    </Flex>
  );
}
