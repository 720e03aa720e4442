// How good the evidence of a confirmation is, A to E, with the reasons.
import { Tag, Tooltip } from 'antd';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';

type Grade = View<'GradeView'>;
const COLOURS: Readonly<Record<Grade['grade'], string>> = {
  A: 'green',
  B: 'green',
  C: 'blue',
  D: 'gold',
  E: 'orange',
};

export function GradeTag({ grade: { grade, reasons } }: { readonly grade: Grade }) {
  const { t } = useTranslation();
  const words = reasons.map((reason) => t(`confirming.reason.${reason}` as ParseKeys)).join(' · ');
  return (
    <Tooltip title={words}>
      <Tag color={COLOURS[grade]} aria-label={`${t('confirming.grade', { grade })}: ${words}`}>
        {t('confirming.grade', { grade })}
      </Tag>
    </Tooltip>
  );
}
