// The receivables of a deal, each with its part of the advance and of the interest, and what credit notes did to it.
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { DateText } from '../../../ui/text/date-text';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { Assurance } from '../../receivables/assurance/assurance';

type Deal = View<'DealView'>;
type Item = Deal['items'][number];

function Diluted({ dilution }: { readonly dilution: NonNullable<Item['dilution']> }) {
  const { t } = useTranslation();
  const { credited, excess, lastNumber } = dilution;
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <Tag color="red">{t('factoring.diluted')}</Tag>
      <div className="muted">
        {t('factoring.credited', { number: lastNumber })} <MoneyText money={credited} /> ·{' '}
        {t('factoring.creditedExcess')} <MoneyText money={excess} />
      </div>
    </div>
  );
}

interface DealItemsProps {
  readonly dealId: string;
  readonly items: readonly Item[];
}

export function DealItems({ dealId, items }: DealItemsProps) {
  const { t } = useTranslation();
  const columns: Column<Item>[] = [
    {
      key: 'invoice',
      title: t('factoring.invoice'),
      render: ({ invoiceNumber, dilution }) => (
        <>
          <strong className="figure">{invoiceNumber}</strong>
          {dilution && <Diluted dilution={dilution} />}
        </>
      ),
    },
    { key: 'debtor', title: t('factoring.debtor'), render: ({ debtorName }) => debtorName },
    { key: 'due', title: t('factoring.due'), render: ({ dueDate }) => <DateText date={dueDate} /> },
    {
      key: 'evidence',
      title: t('assurance.title'),
      render: (item) => <Assurance item={item} place={{ dealId }} />,
    },
    {
      key: 'settles',
      title: t('factoring.maturity'),
      render: ({ settlesOn }) => <DateText date={settlesOn} />,
    },
    {
      key: 'amount',
      title: t('factoring.sum'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} />,
    },
    {
      key: 'advance',
      title: t('factoring.advance'),
      right: true,
      render: ({ advance }) => <MoneyText money={advance} />,
    },
    {
      key: 'interest',
      title: t('factoring.interest'),
      right: true,
      render: ({ interest }) => <MoneyText money={interest} />,
    },
  ];
  return (
    <List
      pages={partList(items)}
      columns={columns}
      rowKey={({ receivableId }) => receivableId}
      empty={{ text: '—' }}
    />
  );
}
