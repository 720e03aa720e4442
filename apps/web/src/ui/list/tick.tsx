// The box that chooses a line of a list.

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: () => void;
}

export function Tick({ label, ...box }: TickProps) {
  return <input type="checkbox" className="tick" aria-label={label} {...box} />;
}
