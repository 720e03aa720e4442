// The statements of deals, as several screens ask for them.
import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';

const statementOf = (id: string) => ({
  queryKey: ['deals', 'statement', id],
  queryFn: () => take(api.GET('/api/deals/{id}/statement', { params: { path: { id } } })),
});

export function useDealStatement(id: string, enabled = true) {
  return useQuery({ ...statementOf(id), enabled });
}

/** One for each deal, however often it is named. */
export function useDealStatements(dealIds: readonly string[]) {
  return useQueries({ queries: [...new Set(dealIds)].map(statementOf) });
}
