// A state in a colour that means the same everywhere: green holds, blue waits for us, gold needs a person, red is over.
import { Tag } from 'antd';
import type { ReactNode } from 'react';

const COLOURS: Readonly<Record<string, string>> = {
  accepted: 'green',
  confirmed: 'green',
  live: 'green',
  funded: 'green',
  arrived: 'green',
  acknowledged: 'green',
  settled: 'green',
  approved: 'green',
  changed: 'blue',
  open: 'blue',
  listed: 'blue',
  issued: 'blue',
  committed: 'blue',
  awaiting_check: 'blue',
  waiting: 'gold',
  draft: 'gold',
  flagged: 'gold',
  part_disputed: 'gold',
  duplicate: 'gold',
  matured: 'gold',
  frozen: 'orange',
  overdue: 'red',
  objected: 'red',
  declined: 'red',
  stale: 'orange',
  refused: 'red',
  rejected: 'red',
  recourse: 'red',
  written_off: 'red',
};

interface StateTagProps {
  readonly state: string;
  readonly children: ReactNode;
}

/** The words come from the catalogue of the feature; a state without a colour is grey: it has ended. */
export function StateTag({ state, children }: StateTagProps) {
  return <Tag color={COLOURS[state] ?? 'default'}>{children}</Tag>;
}
