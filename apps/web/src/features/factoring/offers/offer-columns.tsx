// The columns of a list of offers, for those who made them and those who received them.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useSession } from '../../../app/session';
import { percentOf } from '../../../ui/text/amount-text';
import { InstantText } from '../../../ui/text/date-text';
import type { Column } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { ReceiptsButton } from '../../audit/receipts-button';
import { WithdrawButton } from './withdraw-button';

type Offer = View<'OfferView'>;

/** @param listed false under the request itself, where its supplier is known */
export function useOfferColumns(listed = true): Column<Offer>[] {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const counterparty: Column<Offer> = {
    key: 'counterparty',
    title: `${t('factoring.supplier')} / ${t('factoring.financier')}`,
    render: ({ supplierId, supplierName, financierName }) =>
      supplierId === session?.organisation.id ? financierName : supplierName,
  };
  return [
    ...(listed ? [counterparty] : []),
    {
      key: 'advance',
      title: t('factoring.advance'),
      right: listed,
      render: ({ advance, advanceRate }) => (
        <>
          <MoneyText money={advance} strong /> ({percentOf(advanceRate)})
        </>
      ),
    },
    {
      key: 'rate',
      title: t('factoring.rateAnnual'),
      right: true,
      render: ({ rateAnnual }) => <span className="figure">{percentOf(rateAnnual)}</span>,
    },
    {
      key: 'fees',
      title: t('factoring.fees'),
      right: true,
      render: ({ feesTotal }) => <MoneyText money={feesTotal} />,
    },
    {
      key: 'recourse',
      title: t('factoring.recourseWord'),
      render: ({ recourse }) => t(`factoring.recourse.${recourse}`),
    },
    {
      key: 'until',
      title: t('factoring.validUntil'),
      render: ({ validUntil }) => <InstantText at={validUntil} />,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`factoring.offerState.${state}`)}</StateTag>,
    },
    {
      key: 'deeds',
      title: '',
      render: ({ id, requestId, actions }) => (
        <>
          {listed && (
            <Link to="/requests/$id" params={{ id: requestId }}>
              {t('factoring.request')}{' '}
            </Link>
          )}
          {actions.includes('offer.withdraw') && <WithdrawButton id={id} />}
          <ReceiptsButton subjectId={id} size="small" type="link" />
        </>
      ),
    },
  ];
}
