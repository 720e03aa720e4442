// A supplier's receivables: what waits on whom, what can be turned into money now, and the way there.
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Flex, Input, Spin, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { Choice } from '../../ui/choice';
import { DateText } from '../../ui/text/date-text';
import { type Filters, useFilters } from '../../ui/filters';
import { LinkButton } from '../../ui/link-button';
import { type Column, List } from '../../ui/list';
import { MoneyText } from '../../ui/text/money-text';
import { Page } from '../../ui/page';
import { StateTag } from '../../ui/text/state-tag';

type Receivable = View<'ReceivableView'>;

/** What is heavy comes when it is asked for: this is the first screen of most. */
const ReceivableDetails = lazy(async () => ({
  default: (await import('./receivable-details')).ReceivableDetails,
}));
const DueDateForm = lazy(async () => ({ default: (await import('./due-date-form')).DueDateForm }));

const WaitingCorrections = lazy(async () => ({
  default: (await import('./waiting-corrections')).WaitingCorrections,
}));

const STATES = [
  'draft',
  'listed',
  'confirmed',
  'part_disputed',
  'rejected',
  'frozen',
  'settled',
  'void',
] as const satisfies readonly Receivable['state'][];

type Names = 'state' | 'q' | 'debtorId';
type Change = (changed: Filters<Names>) => void;

function useReceivables({ state: chosen, q, debtorId }: Filters<Names>) {
  const state = STATES.find((one) => one === chosen);
  return usePages(['receivables', state, q, debtorId], (page) => {
    const query = { ...page, ...(state && { state }), ...(q && { q }), ...(debtorId && { debtorId }) };
    return take(api.GET('/api/receivables', { params: { query } }));
  });
}

export function ReceivablesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters<Names>(['state', 'q', 'debtorId']);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [completing, complete] = useState<Receivable | null>(null);
  const pages = useReceivables(filters);
  const asking = chosen.length > 0 || pages.items.some(({ actions }) => actions.includes('request'));
  const debtor = pages.items.find((one) => one.debtorId === filters.debtorId);
  return (
    <Page
      title={t('receivables.title')}
      about={t('receivables.about')}
      deeds={
        <>
          {may('upload.create') && <LinkButton to="/uploads">{t('receivables.uploadTitle')}</LinkButton>}
          {asking && may('request.create') && <AskButton chosen={chosen} />}
        </>
      }
    >
      <Suspense>
        <WaitingCorrections />
      </Suspense>
      <FilterBar filters={filters} change={change} debtorName={debtor?.debtorName} />
      <List
        pages={pages}
        columns={useColumns(complete, (debtorId) => change({ debtorId }))}
        rowKey={({ id }) => id}
        empty={useEmpty(filters, change)}
        selection={
          asking
            ? { keys: chosen, onChange: choose, selectable: ({ actions }) => actions.includes('request') }
            : undefined
        }
        expanded={(receivable) => (
          <Suspense fallback={<Spin />}>
            <ReceivableDetails receivable={receivable} />
          </Suspense>
        )}
      />
      {completing && (
        <Suspense>
          <DueDateForm receivable={completing} onClose={() => complete(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function useEmpty(filters: Filters<Names>, change: Change) {
  const { t } = useTranslation();
  if (Object.keys(filters).length === 0)
    return { text: t('receivables.empty'), deed: <Link to="/uploads">{t('receivables.emptyFix')}</Link> };
  const clear = () => change({ state: '', q: '', debtorId: '' });
  return {
    text: t('receivables.emptyFiltered'),
    deed: <Button onClick={clear}>{t('receivables.clearFilters')}</Button>,
  };
}

function AskButton({ chosen }: { readonly chosen: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const count = chosen.length;
  const ask = () =>
    void navigate({ to: '/requests/new', search: { receivables: chosen.join(',') } as never });
  return (
    <Button
      type="primary"
      disabled={count === 0}
      title={count === 0 ? t('receivables.chooseFirst') : undefined}
      onClick={ask}
    >
      {count === 0 ? t('receivables.askForMoneyNone') : t('receivables.askForMoney', { count })}
    </Button>
  );
}

interface FilterBarProps {
  readonly filters: Filters<Names>;
  readonly change: Change;
  readonly debtorName: string | undefined;
}

function FilterBar({ filters: { state, q, debtorId }, change, debtorName }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
      <Choice
        label={t('common.state')}
        any={t('common.anyState')}
        value={STATES.find((one) => one === state)}
        options={STATES.map((value) => ({ value, label: t(`receivables.state.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <Input.Search
        allowClear
        style={{ width: 220 }}
        defaultValue={q}
        placeholder={t('receivables.searchHint')}
        onSearch={(text) => change({ q: text.trim() })}
      />
      {debtorId && (
        <Tag closable onClose={() => change({ debtorId: '' })}>
          {debtorName ?? t('receivables.onlyDebtor')}
        </Tag>
      )}
    </Flex>
  );
}

function useColumns(
  onComplete: (receivable: Receivable) => void,
  onDebtor: (id: string) => void,
): Column<Receivable>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invoice',
      title: t('receivables.invoice'),
      render: ({ invoiceNumber }) => <strong className="figure">{invoiceNumber}</strong>,
    },
    {
      key: 'debtor',
      title: t('receivables.debtor'),
      render: ({ debtorName, debtorId }) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0, whiteSpace: 'normal', height: 'auto', textAlign: 'inherit' }}
          title={t('receivables.onlyDebtor')}
          onClick={() => onDebtor(debtorId)}
        >
          {debtorName}
        </Button>
      ),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, duplicateHold }) => (
        <>
          <StateTag state={state}>{t(`receivables.state.${state}`)}</StateTag>
          {duplicateHold && <Tag color="orange">{t('receivables.held')}</Tag>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('receivables.due'),
      render: (receivable) =>
        receivable.actions.includes('complete') ? (
          <Button size="small" onClick={() => onComplete(receivable)}>
            {t('receivables.complete')}
          </Button>
        ) : (
          <DateText date={receivable.dueDate} />
        ),
    },
    {
      key: 'payable',
      title: t('receivables.payable'),
      right: true,
      render: ({ payable }) => <MoneyText money={payable} />,
    },
    {
      key: 'confirmed',
      title: t('receivables.confirmed'),
      right: true,
      render: ({ confirmed }) => <MoneyText money={confirmed} />,
    },
    {
      key: 'available',
      title: t('receivables.available'),
      right: true,
      render: ({ available }) => <MoneyText money={available} strong />,
    },
  ];
}
