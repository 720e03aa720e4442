// What may be done with a dispute now: answer, close, or put it before the operator.
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import type { Settling } from './settle-form';

type Dispute = View<'DisputeView'>;
export const DISPUTE_COLOUR: Readonly<Record<Dispute['state'], string>> = {
  open: 'open',
  answered: 'draft',
  escalated: 'overdue',
  closed: 'closed',
};

export function DisputeDeeds({
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
