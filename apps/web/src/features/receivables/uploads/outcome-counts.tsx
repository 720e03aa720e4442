// How many invoices of an upload had which outcome.
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { StateTag } from '../../../ui/text/state-tag';

export type Outcome = View<'OutcomeView'>['outcome'];

type Counts = Pick<View<'UploadSummaryView'>, 'accepted' | 'changed' | 'flagged' | 'refused' | 'duplicates'>;

export const countsOf = ({ accepted, changed, flagged, refused, duplicates }: Counts) =>
  [
    ['accepted', accepted],
    ['changed', changed],
    ['flagged', flagged],
    ['refused', refused],
    ['duplicate', duplicates],
  ] as const satisfies readonly (readonly [Outcome, number])[];

export function OutcomeCounts({ counts }: { readonly counts: Counts }) {
  const { t, i18n } = useTranslation();
  const figure = new Intl.NumberFormat(i18n.language);
  return (
    <Flex gap={4} wrap>
      {countsOf(counts)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => (
          <StateTag key={outcome} state={outcome}>
            {figure.format(count)} {t(`receivables.outcome.${outcome}`)}
          </StateTag>
        ))}
    </Flex>
  );
}
