// What the app keeps of the server's answers. A session that ended anywhere brings back the sign-in page, whatever the
// person was looking at; the address stays, so that they continue there.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/problem';
import { endSession, SESSION_KEY } from './session';

const SIGNED_OUT = 401;
const PATIENCE = 2;

function forgetEndedSession(error: unknown, about?: readonly unknown[]): void {
  const concernsSession = about?.[0] === SESSION_KEY[0];
  if (!concernsSession && problemOf(error).status === SIGNED_OUT && queries.getQueryData(SESSION_KEY))
    endSession(queries);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => forgetEndedSession(error, query.queryKey) }),
  mutationCache: new MutationCache({ onError: (error) => forgetEndedSession(error) }),
  defaultOptions: {
    queries: {
      // A page shows at once what it knew, and asks again: others act meanwhile.
      staleTime: 0,
      retry: (count, error) => count < PATIENCE && problemOf(error).status === 0,
    },
  },
});
