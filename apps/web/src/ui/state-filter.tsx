// A filter by state above a list: all, or one of a few, side by side.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

interface StateFilterProps<State extends string> {
  readonly label?: string;
  /** Words for no filter; left out: "all". */
  readonly any?: string;
  readonly value: State | undefined;
  readonly options: readonly { readonly value: State; readonly label: string }[];
  readonly onChange: (state: State | '') => void;
}

export function StateFilter<State extends string>(props: StateFilterProps<State>) {
  const { label, any, value, options, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className="state-filter no-print">
      <Segmented<State | ''>
        aria-label={label ?? t('common.state')}
        value={value ?? ''}
        onChange={onChange}
        options={[{ value: '', label: any ?? t('common.all') }, ...options]}
      />
    </div>
  );
}
