// A month as YYYY-MM. The browser's own field would write it in the browser's language, not in the reader's.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFeeTexts } from './texts';

interface MonthInputProps {
  readonly value: string;
  readonly onChange: (month: string) => void;
}

export function MonthInput({ value, onChange }: MonthInputProps) {
  const t = useFeeTexts();
  const { i18n } = useTranslation();
  return (
    <DatePicker
      picker="month"
      aria-label={t('month')}
      allowClear={false}
      inputReadOnly
      format={i18n.language === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      value={dayjs(`${value}-01`)}
      onChange={(month) => month && onChange(month.format('YYYY-MM'))}
    />
  );
}
