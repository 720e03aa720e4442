// What an answer is worth as evidence, the file that proves it, and its withdrawal.
import { Button, Flex, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { saveFile } from '../../../ui/save-file';
import { GradeTag } from './grade-tag';

const WithdrawForm = lazy(async () => ({ default: (await import('./withdraw-form')).WithdrawForm }));

export function AnswerEvidence({ task }: { readonly task: View<'TaskView'> }) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const [withdrawing, withdraw] = useState(false);
  const { answer, grade, actions, invoiceNumber } = task;
  const id = answer?.confirmationId ?? '';
  const prove = useDeed({
    // The file is one text, and proves nothing when it is written otherwise.
    call: (_: null, header) =>
      take(
        api.POST('/api/confirmations/{id}/evidence', {
          params: { header, path: { id } },
          parseAs: 'text' as 'json',
        }),
      ) as Promise<unknown>,
    touches: ['receipts'],
    done: t('confirming.evidenceSaved'),
    onDone: (text) => saveFile(`confirmation-${invoiceNumber}.json`, String(text)),
  });
  if (!answer) return null;
  return (
    <Flex gap={4} wrap align="center">
      {answer.isSigned && <Tag color="green">{t('confirming.signed')}</Tag>}
      {grade && <GradeTag grade={grade} />}
      {actions.includes('prove') && (
        <Button
          size="small"
          loading={prove.isPending}
          onClick={() => prove.mutate(null, { onError: showProblem })}
        >
          {t('confirming.evidenceFile')}
        </Button>
      )}
      {actions.includes('withdraw') && (
        <Button size="small" danger onClick={() => withdraw(true)}>
          {t('confirming.withdraw')}
        </Button>
      )}
      {withdrawing && (
        <Suspense>
          <WithdrawForm confirmationId={id} number={invoiceNumber} onClose={() => withdraw(false)} />
        </Suspense>
      )}
    </Flex>
  );
}
