// Inputs whose value is the text that the server reads: a decimal amount, a fraction typed as per cent, a day.
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { decimalTyped, groupDigits, shiftPoint } from '../text/amount-text';

/** What Ant Design's form gives to a field. */
interface FieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function AmountInput({
  value = '',
  onChange,
  currency,
  ...rest
}: FieldProps & { readonly currency?: string }) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      suffix={currency ?? 'CNY'}
      value={typing ?? groupDigits(value)}
      onChange={({ target }) => {
        setTyping(target.value);
        onChange?.(decimalTyped(target.value));
      }}
      onBlur={() => setTyping(null)}
    />
  );
}

/** Shows "4.5" with a per cent sign for the value "0.045". */
export function PercentInput({ value = '', onChange, ...rest }: FieldProps) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      suffix="%"
      value={typing ?? (value === '' ? '' : shiftPoint(value, 2))}
      onChange={({ target }) => {
        setTyping(target.value);
        onChange?.(shiftPoint(decimalTyped(target.value), -2));
      }}
      onBlur={() => setTyping(null)}
    />
  );
}

/** A day as YYYY-MM-DD. */
export function DateInput({ value, onChange, ...rest }: FieldProps) {
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}

/** The last second of a day in the platform's zone, as an instant: nobody may be cut off during the day they named. */
export const endOfDay = (date: string): string => `${date}T15:59:59Z`;

/** The day of an instant in the platform's zone. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
