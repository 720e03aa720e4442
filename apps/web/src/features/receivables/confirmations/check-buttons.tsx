// The checker's bulk deeds: approve or decline what a colleague proposed.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { useBulkReport } from './refused-items';

type Task = View<'TaskView'>;
interface CheckButtonsProps {
  readonly tasks: readonly Task[];
  readonly onDone: () => void;
}

export function CheckButtons({ tasks, onDone }: CheckButtonsProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const report = useBulkReport();
  const showProblem = useProblemDialog();
  const check = useDeed({
    call: (body: View<'ChecksBody'>, header) =>
      take(api.POST('/api/confirmations/checks', { body, params: { header } })),
    touches: ['confirmations'],
  });
  const able = tasks.flatMap((task) =>
    task.answer && task.actions.includes('approve') ? [{ task, answer: task.answer }] : [],
  );
  const count = able.length;
  const decide = async (decision: 'approve' | 'decline') => {
    const { sumText } = await import('./sum-of');
    const sum = sumText(
      able.map(({ answer }) => answer.confirmed),
      i18n.language,
    );
    const sure = await ask({
      title: t(`receivables.${decision}Title`, { count }),
      consequence: t(`receivables.${decision}Consequence`, { sum }),
      yes: t(`receivables.${decision}`),
      danger: decision === 'decline',
    });
    if (!sure) return;
    check.mutate(
      { items: able.map(({ answer }) => ({ confirmationId: answer.confirmationId, decision })) },
      {
        onSuccess: ({ items }) => {
          report(items, tasks, (checked) => t('receivables.checked', { count: checked }));
          onDone();
        },
        onError: showProblem,
      },
    );
  };
  return (
    <>
      <Button disabled={count === 0} danger onClick={() => void decide('decline')}>
        {count === 0 ? t('receivables.decline') : t('receivables.declineMany', { count })}
      </Button>
      <Button
        type="primary"
        disabled={count === 0}
        loading={check.isPending}
        onClick={() => void decide('approve')}
      >
        {count === 0 ? t('receivables.approve') : t('receivables.approveMany', { count })}
      </Button>
    </>
  );
}
