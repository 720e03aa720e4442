// Receivables that are held because they resemble another: the debtor's checker, or the operator, looks and decides.
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { Comparison } from './comparison';
import { useMatchWords } from './match-words';

type Held = View<'HeldView'>;

const ClearanceForm = lazy(async () => ({ default: (await import('./clearance-form')).ClearanceForm }));

export function DuplicatesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [clearing, clear] = useState<Held | null>(null);
  const pages = usePages(['duplicates'], (query) => take(api.GET('/api/duplicates', { params: { query } })));
  return (
    <Page
      title={t('receivables.duplicatesTitle')}
      about={t(may('duplicate.clear') ? 'receivables.duplicatesAbout' : 'receivables.duplicatesAboutMaker')}
    >
      <List
        pages={pages}
        columns={useColumns(clear)}
        rowKey={({ id }) => id}
        empty={{ text: t('receivables.duplicatesEmpty') }}
        expanded={(held) => <Comparison held={held} />}
      />
      {clearing && (
        <Suspense>
          <ClearanceForm held={clearing} onClose={() => clear(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function useColumns(onClear: (held: Held) => void): Column<Held>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invoice',
      title: t('receivables.invoice'),
      render: ({ invoiceNumber, issueDate }) => (
        <>
          <strong className="figure">{invoiceNumber}</strong>
          <div className="muted">
            {t('receivables.issued')} <DateText date={issueDate} />
          </div>
        </>
      ),
    },
    {
      key: 'parties',
      title: `${t('receivables.supplier')} / ${t('receivables.debtor')}`,
      render: ({ supplierName, debtorName }) => (
        <>
          {supplierName}
          <div className="muted">{debtorName}</div>
        </>
      ),
    },
    {
      key: 'payable',
      title: t('receivables.payable'),
      right: true,
      render: ({ payable }) => <MoneyText money={payable} strong />,
    },
    { key: 'why', title: t('receivables.whyHeld'), render: (held) => <Why held={held} /> },
    {
      key: 'deeds',
      title: '',
      render: (held) =>
        held.actions.includes('clear_duplicate') && (
          <Button size="small" type="primary" onClick={() => onClear(held)}>
            {t('receivables.clearHold')}
          </Button>
        ),
    },
  ];
}

function Why({ held: { matches } }: { readonly held: Held }) {
  const words = useMatchWords();
  return (
    <div style={{ whiteSpace: 'normal' }}>
      {matches
        .filter(({ state }) => state === 'open')
        .map((match, index) => (
          <div key={index}>
            {words.resembles(match)}
            <div className="muted">
              {words.agreeing(match)} · <InstantText at={match.foundAt} />
            </div>
          </div>
        ))}
    </div>
  );
}
