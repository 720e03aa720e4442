// The columns of a debtor's queue; the exception, an overdue answer, stands out.
import { Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { DateText, InstantText } from '../../../ui/text/date-text';
import type { Column } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { ReceiptsButton } from '../../audit/receipts-button';
import { AnswerEvidence } from './answer-evidence';
import type { Objection } from './answer-form';

type Task = View<'TaskView'>;
interface Choices {
  readonly maker: boolean;
  readonly onObject: (objection: Objection) => void;
}

export function useTaskColumns({ maker, onObject }: Choices): Column<Task>[] {
  const { t } = useTranslation();
  const columns: Column<Task>[] = [
    {
      key: 'invoice',
      title: t('receivables.invoice'),
      render: ({ invoiceNumber, issueDate }) => (
        <>
          <strong className="figure">{invoiceNumber}</strong>
          <div>
            <span className="muted">
              {t('receivables.issued')} <DateText date={issueDate} />
            </span>
          </div>
        </>
      ),
    },
    { key: 'supplier', title: t('receivables.supplier'), render: ({ supplierName }) => supplierName },
    { key: 'due', title: t('receivables.due'), render: ({ dueDate }) => <DateText date={dueDate} /> },
    {
      key: 'payable',
      title: t('receivables.payable'),
      right: true,
      render: ({ payable }) => <MoneyText money={payable} strong />,
    },
    { key: 'answerBy', title: t('receivables.answerBy'), render: (task) => <AnswerBy task={task} /> },
    { key: 'answer', title: t('receivables.proposed'), render: (task) => <Proposed task={task} /> },
  ];
  if (!maker) return columns;
  return [
    ...columns,
    {
      key: 'deeds',
      title: '',
      render: (task) =>
        task.actions.includes('propose') && (
          <Flex gap={4}>
            <Button size="small" onClick={() => onObject({ task, decision: 'dispute' })}>
              {t('receivables.dispute')}
            </Button>
            <Button size="small" danger onClick={() => onObject({ task, decision: 'reject' })}>
              {t('receivables.reject')}
            </Button>
          </Flex>
        ),
    },
  ];
}

function AnswerBy({ task: shown }: { readonly task: Task }) {
  const { task, answerBy, overdue, disputeHold, presentedBy } = shown;
  const { t } = useTranslation();
  if (task === 'answered') return <StateTag state="confirmed">{t('receivables.tasks.answered')}</StateTag>;
  return (
    <Flex gap={6} align="center" wrap>
      <DateText date={answerBy} />
      {overdue && <Tag color="red">{t('receivables.overdue')}</Tag>}
      {disputeHold && <Tag color="orange">{t('queue.held_by_dispute')}</Tag>}
      {presentedBy === 'debtor' && <Tag>{t('queue.ownUpload')}</Tag>}
    </Flex>
  );
}

function Proposed({ task }: { readonly task: Task }) {
  const { answer } = task;
  const { t } = useTranslation();
  if (!answer) return <StateTag state="open">{t('receivables.tasks.open')}</StateTag>;
  const { confirmationId, decision, confirmed, reason, note, proposedAt } = answer;
  return (
    <div>
      {t(`receivables.decision.${decision}`)} {decision === 'dispute' && <MoneyText money={confirmed} />}
      {reason && ` · ${t(`receivables.reasons.${reason}`)}`}
      {note && ` · “${note}”`}
      <div>
        <span className="muted">
          <InstantText at={proposedAt} />
          {task.task === 'awaiting_check' && ` · ${t('receivables.awaitsColleague')}`}
        </span>
        <ReceiptsButton subjectId={confirmationId} size="small" type="link" />
      </div>
      <AnswerEvidence task={task} />
    </div>
  );
}
