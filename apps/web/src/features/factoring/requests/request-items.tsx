// The receivables behind a request, with what stands for and against each.
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { DateText } from '../../../ui/text/date-text';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { Assurance } from '../../receivables/assurance/assurance';

type Request = View<'RequestView'>;
type Item = Request['items'][number];

interface RequestItemsProps {
  readonly requestId: string;
  readonly items: readonly Item[];
}

export function RequestItems({ requestId, items }: RequestItemsProps) {
  const { t } = useTranslation();
  const columns: Column<Item>[] = [
    {
      key: 'invoice',
      title: t('factoring.invoice'),
      render: ({ invoiceNumber }) => <strong className="figure">{invoiceNumber}</strong>,
    },
    { key: 'debtor', title: t('factoring.debtor'), render: ({ debtorName }) => debtorName },
    { key: 'due', title: t('factoring.due'), render: ({ dueDate }) => <DateText date={dueDate} /> },
    {
      key: 'confirmed',
      title: t('factoring.confirmed'),
      right: true,
      render: ({ confirmed }) => <MoneyText money={confirmed} />,
    },
    {
      key: 'evidence',
      title: t('assurance.title'),
      render: (item) => <Assurance item={item} place={{ requestId }} />,
    },
    {
      key: 'claimed',
      title: t('factoring.claimed'),
      right: true,
      render: ({ claimed }) => <MoneyText money={claimed} />,
    },
    {
      key: 'offered',
      title: t('factoring.offered'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} strong />,
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
