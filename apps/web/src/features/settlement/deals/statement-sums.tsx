// Both sides of a deal's money: what came in or is still out, and where it went. They are equal, and that is shown.
import { Descriptions, Flex, Typography } from 'antd';
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
      <Flex gap={24} wrap>
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
    <div style={{ flex: '1 1 280px' }}>
      <Descriptions
        title={title}
        colon={false}
        size="small"
        column={1}
        items={names
          .filter((name) => !isZero(sums[name]))
          .map((name) => ({
            key: name,
            label: t(`settlement.sums.${name}`),
            children: <MoneyText money={sums[name]} />,
          }))}
      />
    </div>
  );
}
