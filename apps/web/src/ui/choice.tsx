// A filter with a few values: the browser's own list, light, and at home on a phone.
interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Words for "no choice made". */
  readonly any?: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | '') => void;
}

export function Choice<Value extends string>({ label, any, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      className="choice"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value as Value | '')}
    >
      {any !== undefined && <option value="">{any}</option>}
      {options.map(({ value: one, label: words }) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}
