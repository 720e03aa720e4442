// An instant as RFC 3339 in UTC, read off a clock in the platform's zone whatever zone the browser is in.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface FieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly placeholder?: string;
}

/** The platform's zone has had no other offset since 1991. */
const OFFSET = '+08:00';
const WALL = 'YYYY-MM-DDTHH:mm:ss';

const wallOf = (instant: string) =>
  dayjs(new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 19));

export function InstantInput({ value, onChange, ...rest }: FieldProps) {
  return (
    <DatePicker
      {...rest}
      showTime
      style={{ width: '100%' }}
      value={value ? wallOf(value) : null}
      onChange={(at) => onChange?.(at ? new Date(`${at.format(WALL)}${OFFSET}`).toISOString() : '')}
    />
  );
}
