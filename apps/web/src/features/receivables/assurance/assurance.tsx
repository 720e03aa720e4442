// What goes with a receivable that is offered or financed: the grade of its evidence, the file that proves it, and what
// warns: a dispute, or a clause against assignment.
import { Button, Flex, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { saveFile } from '../../../ui/save-file';
import { GradeTag } from '../confirmations/grade-tag';

type Assured = Pick<
  View<'RequestItemView'>,
  'receivableId' | 'invoiceNumber' | 'grade' | 'isDisputed' | 'hasNoAssignmentClause'
>;
export type Place = { readonly requestId: string } | { readonly dealId: string };

export function Assurance({ item, place }: { readonly item: Assured; readonly place: Place }) {
  const { t } = useTranslation();
  const may = useMay();
  const { grade, isDisputed, hasNoAssignmentClause } = item;
  return (
    <Flex gap={4} wrap align="center">
      {grade ? <GradeTag grade={grade} /> : <span className="muted">{t('assurance.noGrade')}</span>}
      {isDisputed && <Tag color="red">{t('assurance.disputed')}</Tag>}
      {hasNoAssignmentClause && <NoAssignment />}
      {grade && may('evidence.issue') && <EvidenceButton item={item} place={place} />}
    </Flex>
  );
}

export function NoAssignment() {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('assurance.noAssignmentMeans')}>
      <Tag color="gold" aria-label={`${t('assurance.noAssignment')}: ${t('assurance.noAssignmentMeans')}`}>
        {t('assurance.noAssignment')}
      </Tag>
    </Tooltip>
  );
}

function EvidenceButton({ item, place }: { readonly item: Assured; readonly place: Place }) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const prove = useDeed({
    call: async (body: { receivableId: string }, header): Promise<unknown> => {
      // The file is one text, and proves nothing when it is written otherwise.
      const how = { body, parseAs: 'text' as 'json' };
      return take(
        'dealId' in place
          ? api.POST('/api/deals/{id}/evidence', { ...how, params: { header, path: { id: place.dealId } } })
          : api.POST('/api/financing-requests/{id}/evidence', {
              ...how,
              params: { header, path: { id: place.requestId } },
            }),
      );
    },
    touches: ['receipts'],
    done: t('confirming.evidenceSaved'),
    onDone: (text) => saveFile(`confirmation-${item.invoiceNumber}.json`, String(text)),
  });
  return (
    <Button
      size="small"
      loading={prove.isPending}
      onClick={() => prove.mutate({ receivableId: item.receivableId }, { onError: showProblem })}
    >
      {t('confirming.evidenceFile')}
    </Button>
  );
}
