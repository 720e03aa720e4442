// Credit notes that came before the invoice they correct, of one upload or of all; nothing where there are none.
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { type Column, List } from '../../ui/list';
import { DateText, InstantText } from '../../ui/text/date-text';
import { MoneyText } from '../../ui/text/money-text';

type Waiting = View<'WaitingCorrectionView'>;

/** More of them would push aside what they stand above. */
const FEW = 3;

export function WaitingCorrections({ uploadId }: { readonly uploadId?: string }) {
  const { t } = useTranslation();
  const columns = useColumns();
  // An upload that is undone takes its own with it, and one that is applied may bring what others wait for.
  const pages = usePages(['uploads', 'waiting-corrections', uploadId], (page) =>
    take(
      api.GET('/api/waiting-corrections', { params: { query: { ...page, ...(uploadId && { uploadId }) } } }),
    ),
  );
  if (pages.items.length === 0) return null;
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <details open={pages.items.length <= FEW}>
        <summary>
          <strong>{t('receivables.waitingTitle')}</strong> {pages.items.length}
          {pages.hasNextPage && '+'}
        </summary>
        <p className="muted">{t('receivables.waitingAbout')}</p>
        <List pages={pages} columns={columns} rowKey={({ id }) => id} empty={{ text: null }} />
      </details>
    </Card>
  );
}

function useColumns(): Column<Waiting>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'number',
      title: t('receivables.invoice'),
      render: ({ kind, number, issueDate }) => (
        <>
          <strong>{t(`receivables.correction.${kind}`, { number })}</strong>
          <div className="muted">
            {t('receivables.issued')} <DateText date={issueDate} />
          </div>
        </>
      ),
    },
    {
      key: 'for',
      title: t('receivables.waitingFor'),
      render: ({ kind, number, preceding }) => {
        const named = kind === 'reversal' ? [number] : preceding;
        return named.length > 0 ? (
          <span className="figure">{named.join(', ')}</span>
        ) : (
          t('receivables.waitingForAny')
        );
      },
    },
    { key: 'buyer', title: t('receivables.debtor'), render: ({ debtorName }) => debtorName },
    {
      key: 'amount',
      title: t('receivables.waitingAmount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} />,
    },
    {
      key: 'since',
      title: t('receivables.waitingSince'),
      render: ({ waitingSince }) => <InstantText at={waitingSince} />,
    },
  ];
}
