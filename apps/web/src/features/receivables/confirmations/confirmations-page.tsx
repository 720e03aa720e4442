// A debtor's queue: one person proposes answers, another checks them. The server says per line who may do what.
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import type { Objection } from './answer-form';
import { CheckButtons } from './check-buttons';
import { ConfirmButton } from './confirm-button';
import { useTaskColumns } from './task-columns';

type Task = View<'TaskView'>;

/** Its inputs are heavy, and this is the first screen of every debtor. */
const AnswerForm = lazy(async () => ({ default: (await import('./answer-form')).AnswerForm }));

const ConfirmOne = lazy(async () => ({ default: (await import('./confirm-one')).ConfirmOne }));
const OwnResponse = lazy(async () => ({
  default: (await import('../assurance/debtor-response')).OwnResponse,
}));
const QueueTotals = lazy(async () => ({ default: (await import('./queue-totals')).QueueTotals }));

const TASKS = ['open', 'awaiting_check', 'answered'] as const satisfies readonly Task['task'][];

export function ConfirmationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const maker = may('confirmation.propose');
  const [filters, change] = useFilters(['task']);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [objecting, object] = useState<Objection | null>(null);
  const [confirming, confirmOne] = useState<Task | null>(null);
  const task = TASKS.find((one) => one === filters.task);
  const pages = usePages(['confirmations', task], (page) =>
    take(api.GET('/api/confirmations', { params: { query: { ...page, ...(task && { task }) } } })),
  );
  const columns = useTaskColumns({ maker, onObject: object });
  const tasks = pages.items.filter(({ id }) => chosen.includes(id));
  const done = () => choose([]);
  return (
    <Page
      title={t('receivables.confirmationsTitle')}
      about={t(maker ? 'receivables.makerAbout' : 'receivables.checkerAbout')}
      deeds={
        <>
          {maker && <Button href="/api/answer-files/queue.xlsx">{t('queue.downloadXlsx')}</Button>}
          {maker && <ConfirmButton tasks={tasks} onDone={done} onOne={confirmOne} />}
          {may('confirmation.check') && <CheckButtons tasks={tasks} onDone={done} />}
        </>
      }
    >
      <Suspense>
        <QueueTotals />
        <OwnResponse />
      </Suspense>
      <StateFilter
        label={t('receivables.task')}
        any={t('receivables.tasks.todo')}
        value={task}
        options={TASKS.map((value) => ({ value, label: t(`receivables.tasks.${value}`) }))}
        onChange={(value) => {
          done();
          change({ task: value });
        }}
      />
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t(maker ? 'receivables.queueEmpty' : 'receivables.queueEmptyCheck') }}
        selection={{ keys: chosen, onChange: choose, selectable: ({ actions }) => actions.length > 0 }}
      />
      {confirming && (
        <Suspense>
          <ConfirmOne
            task={confirming}
            onClose={() => {
              confirmOne(null);
              done();
            }}
          />
        </Suspense>
      )}
      {objecting && (
        <Suspense>
          <AnswerForm objection={objecting} onClose={() => object(null)} />
        </Suspense>
      )}
    </Page>
  );
}
