// The maker's bulk deed: confirm the chosen receivables in full.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { useBulkReport } from './refused-items';
import { sumText } from './sum-of';

type Task = View<'TaskView'>;
interface ConfirmButtonProps {
  readonly tasks: readonly Task[];
  readonly onDone: () => void;
}

export function ConfirmButton({ tasks, onDone }: ConfirmButtonProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const report = useBulkReport();
  const showProblem = useProblemDialog();
  const propose = useDeed({
    call: (body: View<'AnswersBody'>, header) =>
      take(api.POST('/api/confirmations', { body, params: { header } })),
    touches: ['confirmations'],
  });
  const open = tasks.filter(({ actions }) => actions.includes('propose'));
  const count = open.length;
  const confirm = async () => {
    const sum = sumText(
      open.map(({ payable }) => payable),
      i18n.language,
    );
    const sure = await ask({
      title: t('receivables.confirmTitle', { count }),
      consequence: t('receivables.confirmConsequence', { sum }),
      yes: t('receivables.confirm'),
    });
    if (!sure) return;
    propose.mutate(
      { items: open.map(({ id }) => ({ receivableId: id, decision: 'confirm' as const })) },
      {
        onSuccess: ({ items }) => {
          report(items, open, (sent) => t('receivables.sent', { count: sent }));
          onDone();
        },
        onError: showProblem,
      },
    );
  };
  return (
    <Button type="primary" disabled={count === 0} loading={propose.isPending} onClick={() => void confirm()}>
      {count === 0 ? t('receivables.confirm') : t('receivables.confirmMany', { count })}
    </Button>
  );
}
