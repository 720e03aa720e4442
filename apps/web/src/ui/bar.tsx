// How full something is, as a bar with its figure beside it.

interface BarProps {
  /** May be above 100: then it is too full. */
  readonly percent: number;
  readonly label: string;
}

const FULL = 100;

export function Bar({ percent, label }: BarProps) {
  const shown = Math.min(percent, FULL);
  return (
    <span className="bar-line">
      <span
        className={percent > FULL ? 'bar over' : 'bar'}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={FULL}
        aria-valuenow={shown}
      >
        <span style={{ width: `${shown}%` }} />
      </span>
      <span className="figure">{percent}%</span>
    </span>
  );
}
