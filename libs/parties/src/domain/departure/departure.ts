// What keeps an organisation from leaving. Parties does not know what its upper libraries hold, so each of them says
// how to count it.
import { errors } from '../errors';

export const OBSTACLES = ['open_deals', 'open_receivables'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** @throws parties.business_open (409) with what is open and how many */
export function assertNothingOpen(counts: ReadonlyMap<Obstacle, number>): void {
  const open = [...counts].filter(([, count]) => count > 0);
  if (open.length > 0) throw errors.business_open({ open: open.map(([what, count]) => `${what} ${count}`) });
}
