// Who is signed in and what they may do, as the server says; the cookie itself is out of reach of scripts.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type View } from '../api/client';
import { ProblemError, take } from '../api/problem';

export const SESSION_KEY = ['session'] as const;

export type Session = View<'MeView'>;

/** Undefined while it is not known yet, null when nobody is signed in. */
export function useSession() {
  const queries = useQueryClient();
  return useQuery({
    queryKey: SESSION_KEY,
    staleTime: 60_000,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await take(api.GET('/api/auth/me'));
      } catch (error) {
        if (!(error instanceof ProblemError && error.problem.status === 401)) throw error;
        if (queries.getQueryData(SESSION_KEY)) endSession(queries);
        return null;
      }
    },
  });
}

/** Whether the signed-in person has a permission; for navigation only, the server decides about deeds. */
export function useMay(): (permission: string) => boolean {
  const { data } = useSession();
  return (permission) => data?.permissions.includes(permission) ?? false;
}

const ENDED_KEY = ['session-ended'] as const;

/** True after a session ended by itself, until somebody signs in again. */
export function useSessionEnded(): boolean {
  const queries = useQueryClient();
  return queries.getQueryData(ENDED_KEY) === true;
}

/** The session is over without anybody having asked for it. */
export function endSession(queries: QueryClient): void {
  queries.setQueryData(ENDED_KEY, true);
  queries.setQueryData(SESSION_KEY, null);
}

/** Leaves nothing of one person's answers to the next. */
export function useSessionChange() {
  const queries = useQueryClient();
  return (session: Session | null) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    queries.setQueryData(ENDED_KEY, false);
    queries.setQueryData(SESSION_KEY, session);
  };
}
