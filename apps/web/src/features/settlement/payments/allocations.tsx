// What a payment paid: of which deal and invoice, and how that was split by the order of use.
import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { type Column, List } from '../../../ui/list';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { useDealStatements } from '../deals/deal-statements';

type Allocation = View<'AllocationView'>;
type Part = 'principal' | 'interest' | 'surplus';

export function Allocations({ allocations }: { readonly allocations: readonly Allocation[] }) {
  const { t } = useTranslation();
  const statements = useDealStatements(allocations.map(({ dealId }) => dealId));
  const items = statements.flatMap(({ data }) => data?.items ?? []);
  const part = (key: Part): Column<Allocation> => ({
    key,
    title: t(`settlement.${key}`),
    right: true,
    render: ({ [key]: money }) => <MoneyText money={money} />,
  });
  const columns: Column<Allocation>[] = [
    {
      key: 'invoice',
      title: t('settlement.invoice'),
      render: ({ dealId: id, receivableId }) => (
        <Link to="/deals/$id" params={{ id }} className="figure">
          {items.find((item) => item.receivableId === receivableId)?.invoiceNumber ??
            t('settlement.toTheDeal')}
        </Link>
      ),
    },
    {
      key: 'amount',
      title: t('settlement.amount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} strong />,
    },
    part('principal'),
    part('interest'),
    part('surplus'),
    {
      key: 'at',
      title: t('settlement.allocatedAt'),
      render: ({ allocatedAt, allocatedBy }) => (
        <>
          <InstantText at={allocatedAt} />{' '}
          <Typography.Text type="secondary">
            {t(allocatedBy ? 'settlement.byPerson' : 'settlement.byRule')}
          </Typography.Text>
        </>
      ),
    },
  ];
  return (
    <List
      pages={partList(allocations)}
      columns={columns}
      rowKey={({ receivableId, allocatedAt }) => `${receivableId} ${allocatedAt}`}
      empty={{ text: t('settlement.allocationsEmpty') }}
    />
  );
}
