// Disputes about receivables: whoever caused one answers it, another organisation closes it.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { DISPUTE_COLOUR, DisputeDeeds } from './dispute-deeds';
import type { Settling } from './settle-form';

type Dispute = View<'DisputeView'>;
const SettleForm = lazy(async () => ({ default: (await import('./settle-form')).SettleForm }));
const STATES = ['open', 'answered', 'escalated', 'closed'] as const satisfies readonly Dispute['state'][];

export function DisputesPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const [settling, settle] = useState<Settling | null>(null);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['disputes', state], (page) =>
    take(api.GET('/api/disputes', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  return (
    <Page title={t('confirming.disputesTitle')} about={t('confirming.disputesAbout')}>
      <StateFilter
        label={t('confirming.disputesTitle')}
        any={t('confirming.disputesTitle')}
        value={state}
        options={STATES.map((value) => ({ value, label: t(`confirming.disputeState.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List
        pages={pages}
        columns={useColumns(settle)}
        rowKey={({ id }) => id}
        empty={{ text: t('confirming.disputesEmpty') }}
      />
      {settling && (
        <Suspense>
          <SettleForm settling={settling} onClose={() => settle(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function useColumns(onSettle: (settling: Settling) => void): Column<Dispute>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invoice',
      title: t('receivables.invoice'),
      render: ({ id, invoiceNumber, supplierName, debtorName }) => (
        <>
          <Link to="/disputes/$id" params={{ id }}>
            <strong className="figure">{invoiceNumber}</strong>
          </Link>
          <div className="muted">
            {supplierName} → {debtorName}
          </div>
        </>
      ),
    },
    {
      key: 'cause',
      title: t('confirming.cause'),
      render: ({ cause, note, holds, openedByName, openedAt }) => (
        <>
          {t(`confirming.causes.${cause}`)} {holds && <Tag color="orange">{t('confirming.holds')}</Tag>}
          {note && <div>“{note}”</div>}
          <div className="muted">
            {openedByName ?? t('disputing.platform')} · <InstantText at={openedAt} />
          </div>
        </>
      ),
    },
    { key: 'causedBy', title: t('confirming.causedBy'), render: ({ causedByName }) => causedByName },
    {
      key: 'amount',
      title: t('confirming.inDispute'),
      right: true,
      render: ({ amount }) => amount && <MoneyText money={amount} strong />,
    },
    { key: 'state', title: '', render: (dispute) => <Standing dispute={dispute} /> },
    {
      key: 'deeds',
      title: '',
      render: (dispute) => <DisputeDeeds dispute={dispute} onSettle={onSettle} />,
    },
  ];
}

function Standing({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const { state, answer, closingReason, closedByName, closingNote } = dispute;
  return (
    <>
      <StateTag state={DISPUTE_COLOUR[state]}>{t(`confirming.disputeState.${state}`)}</StateTag>
      {answer && <div>“{answer}”</div>}
      {closingReason && (
        <div className="muted">
          {t(`confirming.closing.${closingReason}`)} · {closedByName}
          {closingNote && ` · “${closingNote}”`}
        </div>
      )}
    </>
  );
}
