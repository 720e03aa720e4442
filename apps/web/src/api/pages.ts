// Lists come a page at a time (keyset cursors): a list grows when the reader asks for more.
import { useInfiniteQuery } from '@tanstack/react-query';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}

const PAGE = 50;

interface PagesOptions<Item> {
  readonly enabled?: boolean;
  /** In how many milliseconds to look again, by what is shown; false: not by itself. */
  readonly lookAgain?: (items: readonly Item[]) => number | false;
}

interface Shown<Item> {
  readonly state: { readonly data: { readonly pages: readonly Page<Item>[] } | undefined };
}

/** @param key first the name of the resource, then its filters */
export function usePages<Item>(
  key: readonly unknown[],
  load: (request: PageRequest) => Promise<Page<Item>>,
  { enabled = true, lookAgain }: PagesOptions<Item> = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    enabled,
    refetchInterval: ({ state: { data } }: Shown<Item>) =>
      lookAgain?.(data?.pages.flatMap(({ items }) => items) ?? []) ?? false,
    initialPageParam: '',
    queryFn: ({ pageParam }) => load({ limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

/** What a list needs to know of `usePages`. */
export interface Pages<Item> {
  readonly items: Item[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

interface WholeQuery {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** A list that comes whole, for the screens that show lists. */
export const wholeList = <Item>(
  { error, isPending, refetch }: WholeQuery,
  items: readonly Item[] | undefined,
): Pages<Item> => ({
  items: [...(items ?? [])],
  error,
  isPending,
  refetch,
  hasNextPage: false,
  isFetchingNextPage: false,
  fetchNextPage: refetch,
});

/** The part of a view that is a list: it is there with its view. */
export const partList = <Item>(items: readonly Item[]): Pages<Item> =>
  wholeList({ error: null, isPending: false, refetch: () => undefined }, items);
