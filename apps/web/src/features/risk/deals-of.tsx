// What holds a limit: its deals, and on request the invoices of each.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { DateText, InstantText } from '../../ui/text/date-text';
import { MoneyText } from '../../ui/text/money-text';
import { ProblemBox } from '../../ui/forms/problem';

type HeldDeal = View<'ExposureView'>['deals'][number];
interface DealsOfProps {
  /** A limit; its deals are there for those who may read exposures. */
  readonly exposure: Pick<View<'ExposureView'>, 'id'> &
    Partial<Pick<View<'ExposureView'>, 'deals' | 'moreDeals'>>;
}

export function DealsOf({ exposure: { id, deals = [], moreDeals = false } }: DealsOfProps) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  if (deals.length === 0) return <span>{t('risk.noDeals')}</span>;
  return (
    <>
      <strong>{t('risk.deals')}</strong>
      {all ? <AllDeals limitId={id} /> : deals.map((deal) => <DealLine key={deal.dealId} deal={deal} />)}
      {moreDeals && !all && (
        <Button size="small" onClick={() => showAll(true)}>
          {t('risk.allDeals')}
        </Button>
      )}
    </>
  );
}

function AllDeals({ limitId }: { readonly limitId: string }) {
  const { t } = useTranslation();
  const pages = usePages(['limits', limitId, 'deals'], (query) =>
    take(api.GET('/api/exposures/{id}/deals', { params: { path: { id: limitId }, query } })),
  );
  if (pages.error) return <ProblemBox error={pages.error} onRetry={pages.refetch} />;
  return (
    <>
      {pages.items.map((deal) => (
        <DealLine key={deal.dealId} deal={deal} />
      ))}
      {pages.isPending && <Spin size="small" />}
      {pages.hasNextPage && (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function DealLine({ deal: { dealId, amount, since } }: { readonly deal: HeldDeal }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <MoneyText money={amount} strong /> · {t('risk.since')} <InstantText at={since} /> ·{' '}
        <Link to="/deals/$id" params={{ id: dealId }}>
          {t('risk.seeDeal')}
        </Link>
      </summary>
      {open && <InvoicesOf dealId={dealId} />}
    </details>
  );
}

function InvoicesOf({ dealId }: { readonly dealId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['deals', 'one', dealId],
    queryFn: () => take(api.GET('/api/deals/{id}', { params: { path: { id: dealId } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin size="small" />;
  return (
    <ul className="plain">
      {data.items.map(({ receivableId, invoiceNumber, debtorName, dueDate, advance }) => (
        <li key={receivableId}>
          <span className="figure">{invoiceNumber}</span> · {debtorName} · {t('risk.due')}{' '}
          <DateText date={dueDate} /> · <MoneyText money={advance} />
        </li>
      ))}
    </ul>
  );
}
