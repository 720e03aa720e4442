// Filters live in the address, so that a list can be bookmarked, sent on and gone back to.
import { useNavigate, useSearch } from '@tanstack/react-router';

export type Filters<Name extends string> = Partial<Record<Name, string>>;

export function useFilters<Name extends string>(
  names: readonly Name[],
): [Filters<Name>, (changed: Filters<Name>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters: Filters<Name> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filters[name] = value;
    if (typeof value === 'number') filters[name] = String(value);
  }
  const change = (changed: Filters<Name>) => {
    const next = Object.entries({ ...filters, ...changed }).filter(([, value]) => value);
    void navigate({ to: '.', search: Object.fromEntries(next) as never, replace: true });
  };
  return [filters, change];
}
