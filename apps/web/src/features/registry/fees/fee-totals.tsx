// What each organisation owes for a month; who oversees all looks at one of them by choosing it.
import { Button } from 'antd';
import type { View } from '../../../api/client';
import type { Pages } from '../../../api/pages';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { useFeeTexts } from './texts';

type Total = View<'FeeStatementView'>;

interface FeeTotalsProps {
  readonly pages: Pages<Total>;
  readonly chosen: string | undefined;
  readonly onChoose: ((organisationId: string) => void) | undefined;
}

export function FeeTotals({ pages, chosen, onChoose }: FeeTotalsProps) {
  const t = useFeeTexts();
  const columns: Column<Total>[] = [
    {
      key: 'organisation',
      title: t('organisation'),
      render: ({ organisationId, legalName }) =>
        onChoose && !chosen ? (
          <Button type="link" size="small" onClick={() => onChoose(organisationId)}>
            {legalName}
          </Button>
        ) : (
          <strong>{legalName}</strong>
        ),
    },
    {
      key: 'lines',
      title: t('lines'),
      right: true,
      render: ({ lines }) => t('linesCount', { count: lines }),
    },
    {
      key: 'amount',
      title: t('amount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} strong />,
    },
  ];
  return (
    <>
      {onChoose && chosen && (
        <Button className="no-print" style={{ marginBottom: 12 }} onClick={() => onChoose('')}>
          {t('everybody')}
        </Button>
      )}
      <List
        pages={pages}
        columns={columns}
        rowKey={({ organisationId }) => organisationId}
        empty={{ text: t('empty') }}
      />
    </>
  );
}
