// The columns of a list of payouts: of all, or of one deal.
import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { InstantText } from '../../../ui/text/date-text';
import type { Column } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { PayoutDeeds } from './payout-deeds';
import { PayoutState } from './payout-state';

type Payout = View<'PayoutView'>;

/** @param listed false under the deal itself */
export function usePayoutColumns(listed = true): Column<Payout>[] {
  const { t } = useTranslation();
  const deal: Column<Payout> = {
    key: 'deal',
    title: t('settlement.deal'),
    render: ({ dealId: id }) => (
      <Link to="/deals/$id" params={{ id }}>
        {t('settlement.toTheDeal')}
      </Link>
    ),
  };
  return [
    {
      key: 'instructedAt',
      title: t('settlement.instructedAt'),
      render: ({ id, instructedAt }) => (
        <Link to="/payouts/$id" params={{ id }}>
          <InstantText at={instructedAt} />
        </Link>
      ),
    },
    { key: 'kind', title: t('settlement.kindLabel'), render: ({ kind }) => t(`settlement.kind.${kind}`) },
    {
      key: 'to',
      title: t('settlement.to'),
      render: ({ toHolder, toAccount }) => (
        <>
          {toHolder} <span className="figure">{toAccount}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: t('settlement.amount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} strong />,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, reason }) => (
        <div>
          <PayoutState state={state} />
          {reason && (
            <div>
              <Typography.Text type="secondary">{reason}</Typography.Text>
            </div>
          )}
        </div>
      ),
    },
    ...(listed ? [deal] : []),
    { key: 'deeds', title: '', render: (payout) => <PayoutDeeds payout={payout} small /> },
  ];
}
