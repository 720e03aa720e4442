// Disputes about receivables: whoever caused one answers it, another organisation closes it.
import { Button, Flex, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import type { Settling } from './settle-form';

type Dispute = View<'DisputeView'>;
const SettleForm = lazy(async () => ({ default: (await import('./settle-form')).SettleForm }));
const STATES = ['open', 'answered', 'escalated', 'closed'] as const satisfies readonly Dispute['state'][];
const COLOUR: Readonly<Record<Dispute['state'], string>> = {
  open: 'open',
  answered: 'draft',
  escalated: 'overdue',
  closed: 'closed',
};

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
      render: ({ invoiceNumber, supplierName, debtorName }) => (
        <>
          <strong className="figure">{invoiceNumber}</strong>
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
            {openedByName} · <InstantText at={openedAt} />
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
      render: (dispute) => <Deeds dispute={dispute} onSettle={onSettle} />,
    },
  ];
}

function Standing({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const { state, answer, closingReason, closedByName, closingNote } = dispute;
  return (
    <>
      <StateTag state={COLOUR[state]}>{t(`confirming.disputeState.${state}`)}</StateTag>
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

function Deeds({
  dispute,
  onSettle,
}: {
  readonly dispute: Dispute;
  readonly onSettle: (settling: Settling) => void;
}) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const { id, actions } = dispute;
  const escalate = useDeed({
    call: (_: null, header) =>
      take(api.POST('/api/disputes/{id}/escalation', { params: { header, path: { id } } })),
    touches: ['disputes', 'receivables'],
  });
  return (
    <Flex gap={4} wrap>
      {actions.includes('answer') && (
        <Button size="small" type="primary" onClick={() => onSettle({ dispute, step: 'answer' })}>
          {t('confirming.answerDispute')}
        </Button>
      )}
      {actions.includes('close') && (
        <Button size="small" type="primary" onClick={() => onSettle({ dispute, step: 'close' })}>
          {t('confirming.closeDispute')}
        </Button>
      )}
      {actions.includes('escalate') && (
        <Button size="small" onClick={() => escalate.mutate(null, { onError: showProblem })}>
          {t('confirming.escalateDispute')}
        </Button>
      )}
    </Flex>
  );
}
