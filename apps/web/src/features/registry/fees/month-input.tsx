// A month as YYYY-MM, by the browser's own field where it has one.
import { useFeeTexts } from './texts';

interface MonthInputProps {
  readonly value: string;
  readonly onChange: (month: string) => void;
}

export function MonthInput({ value, onChange }: MonthInputProps) {
  const t = useFeeTexts();
  return (
    <input
      type="month"
      className="choice"
      aria-label={t('month')}
      value={value}
      onChange={({ target }) => target.value && onChange(target.value)}
    />
  );
}
