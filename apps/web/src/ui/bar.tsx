// How full something is, as a bar with its figure beside it.

interface BarProps {
  /** May be above 100: then it is too full. */
  readonly percent: number;
  readonly label: string;
}

const FULL = 100;

export function Bar({ percent, label }: BarProps) {
  return (
    <span className="bar-line">
      <meter
        className={percent > FULL ? 'bar over' : 'bar'}
        aria-label={label}
        min={0}
        max={FULL}
        value={Math.min(percent, FULL)}
      />
      <span className="figure">{percent}%</span>
    </span>
  );
}
