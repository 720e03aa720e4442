// Statutory registrations: what waits for a second person, what lacks one, and the table that goes there and back.
import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { CheckForm } from './check-form';
import { EntryForm } from './entry-form';
import { TableUpload } from './table-upload';

type Entry = View<'StatutoryEntryView'>;
type Due = View<'StatutoryDueView'>;

const STATES = ['waiting', 'in_force', 'declined'] as const;
/** In which look each state appears elsewhere. */
const LOOKS = { waiting: 'draft', in_force: 'live', declined: 'rejected' } as const;

export function StatutoryPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state) ?? 'waiting';
  const [checked, check] = useState<Entry | null>(null);
  const [entered, enter] = useState<Due | null>(null);
  const entries = usePages(['statutory', state], (page) =>
    take(api.GET('/api/statutory-entries', { params: { query: { ...page, state } } })),
  );
  const due = usePages(['statutory', 'due'], (query) =>
    take(api.GET('/api/statutory-entries/due', { params: { query } })),
  );
  return (
    <Page title={t('statutory.title')} about={t('statutory.about')}>
      <Segmented
        style={{ marginBottom: 16 }}
        value={state}
        onChange={(value) => change({ state: value })}
        options={STATES.map((value) => ({ value, label: t(`statutory.states.${value}`) }))}
      />
      <List
        pages={entries}
        columns={useEntryColumns(check)}
        rowKey={({ id }) => id}
        empty={{ text: t(`statutory.empty.${state}`) }}
      />
      <Section title={t('statutory.dueTitle')} about={t('statutory.dueAbout')}>
        <List
          pages={due}
          columns={useDueColumns(enter)}
          rowKey={({ id }) => id}
          empty={{ text: t('statutory.dueEmpty') }}
        />
      </Section>
      <Section title={t('statutory.tableTitle')} about={t('statutory.tableAbout')}>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href="/api/statutory-entries/due.csv"
          download
          style={{ marginBottom: 12 }}
        >
          {t('statutory.tableDownload')}
        </Button>
        <TableUpload />
      </Section>
      {checked && <CheckForm entry={checked} onClose={() => check(null)} />}
      {entered && <EntryForm filing={entered} onClose={() => enter(null)} />}
    </Page>
  );
}

function useEntryColumns(onCheck: (entry: Entry) => void): Column<Entry>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'filing',
      title: t('registry.number'),
      render: ({ filingId, filingNumber }) => (
        <Link to="/registrations/$id" params={{ id: filingId }} className="figure">
          {filingNumber}
        </Link>
      ),
    },
    {
      key: 'number',
      title: t('statutory.number'),
      render: ({ number }) => <strong>{number}</strong>,
    },
    {
      key: 'at',
      title: t('statutory.registeredAt'),
      render: ({ registeredAt }) => <InstantText at={registeredAt} seconds />,
    },
    { key: 'source', title: t('statutory.source'), render: ({ source }) => t(`statutory.sources.${source}`) },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, reason, checkReason }) => (
        <>
          <StateTag state={LOOKS[state]}>{t(`statutory.states.${state}`)}</StateTag>
          {checkReason ?? reason}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (entry) =>
        entry.actions.includes('check') ? (
          <Button type="primary" size="small" onClick={() => onCheck(entry)}>
            {t('statutory.check')}
          </Button>
        ) : (
          entry.state === 'waiting' && t('statutory.byColleague')
        ),
    },
  ];
}

function useDueColumns(onEnter: (filing: Due) => void): Column<Due>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'number',
      title: t('registry.number'),
      render: ({ id, number }) => (
        <Link to="/registrations/$id" params={{ id }} className="figure">
          {number}
        </Link>
      ),
    },
    { key: 'grantor', title: t('registry.grantor'), render: ({ grantor }) => grantor },
    {
      key: 'filedAt',
      title: t('registry.filedAt'),
      render: ({ filedAt }) => <InstantText at={filedAt} seconds />,
    },
    {
      key: 'deeds',
      title: '',
      render: (filing) =>
        filing.actions.includes('enter') ? (
          <Button size="small" onClick={() => onEnter(filing)}>
            {t('statutory.enter')}
          </Button>
        ) : (
          t('statutory.states.waiting')
        ),
    },
  ];
}
