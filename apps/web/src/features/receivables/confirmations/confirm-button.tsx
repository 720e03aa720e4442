// The maker's bulk deed: confirm the chosen receivables in full.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { useSigningKey } from '../signing/use-signing';
import { useBulkReport } from './refused-items';

type Task = View<'TaskView'>;
interface ConfirmButtonProps {
  readonly tasks: readonly Task[];
  readonly onDone: () => void;
  /** One alone is confirmed with its documents. */
  readonly onOne: (task: Task) => void;
}

export function ConfirmButton({ tasks, onDone, onOne }: ConfirmButtonProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const report = useBulkReport();
  const showProblem = useProblemDialog();
  const key = useSigningKey();
  const propose = useDeed({
    call: async (tasks: readonly Task[], header) => {
      const { withSignature } = await import('../signing/sign-answer');
      const items = await Promise.all(
        tasks.map((task) => withSignature(task, { receivableId: task.id, decision: 'confirm' }, key)),
      );
      return take(api.POST('/api/confirmations', { body: { items }, params: { header } }));
    },
    touches: ['confirmations'],
  });
  const open = tasks.filter(({ actions }) => actions.includes('propose'));
  const count = open.length;
  const confirm = async () => {
    const { sumText } = await import('./sum-of');
    const sum = sumText(
      open.map(({ payable }) => payable),
      i18n.language,
    );
    const sure = await ask({
      title: t('receivables.confirmTitle', { count }),
      consequence: (
        <>
          <p>{t('receivables.confirmConsequence', { sum })}</p>
          <p>{key ? t('confirming.signsWith', { label: key.label }) : t('confirming.signsNot')}</p>
        </>
      ),
      yes: t('receivables.confirm'),
    });
    if (!sure) return;
    propose.mutate(open, {
      onSuccess: ({ items }) => {
        report(items, open, (sent) => t('receivables.sent', { count: sent }));
        onDone();
      },
      onError: showProblem,
    });
  };
  return (
    <Button
      type="primary"
      disabled={count === 0}
      loading={propose.isPending}
      onClick={() => (open.length === 1 && open[0] ? onOne(open[0]) : void confirm())}
    >
      {count === 0 ? t('receivables.confirm') : t('receivables.confirmMany', { count })}
    </Button>
  );
}
