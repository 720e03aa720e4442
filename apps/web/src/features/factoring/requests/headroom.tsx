// What the reader's own limits leave room for on the debtors of a request.
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { compareMoney } from '#kernel';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';

type Request = View<'RequestView'>;
type Line = NonNullable<Request['headroom']>[number];

export function Headroom({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const columns: Column<Line>[] = [
    { key: 'debtor', title: t('factoring.debtor'), render: ({ debtorName }) => debtorName },
    {
      key: 'asked',
      title: t('factoring.offered'),
      right: true,
      render: ({ asked }) => <MoneyText money={asked} />,
    },
    {
      key: 'limit',
      title: t('factoring.limit'),
      right: true,
      render: ({ limit }) =>
        limit ? <MoneyText money={limit} /> : <Tag color="gold">{t('factoring.noLimit')}</Tag>,
    },
    {
      key: 'used',
      title: t('factoring.used'),
      right: true,
      render: ({ used }) => <MoneyText money={used} />,
    },
    {
      key: 'headroom',
      title: t('factoring.headroom'),
      right: true,
      render: ({ headroom, asked }) => (
        <>
          <MoneyText money={headroom} strong />{' '}
          {headroom && compareMoney(headroom, asked) < 0 && (
            <Tag color="gold">{t('factoring.tooLittle')}</Tag>
          )}
        </>
      ),
    },
  ];
  return (
    <List
      pages={partList(lines)}
      columns={columns}
      rowKey={({ debtorId }) => debtorId}
      empty={{ text: t('factoring.noLimit') }}
    />
  );
}
