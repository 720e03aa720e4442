// The key with which this browser signs a debtor's answers, where it has one that is approved.
import { useQuery } from '@tanstack/react-query';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { keysHere } from './browser-key';

type Key = View<'SigningKeyView'>;

/** The key that signs here; null where there is none. */
export function useSigningKey(): Key | null {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['signing-keys', 'here'],
    enabled: may('key.read'),
    queryFn: async (): Promise<Key | null> => {
      const [here, { items }] = await Promise.all([
        keysHere(),
        take(api.GET('/api/signing-keys', { params: { query: { limit: 200 } } })),
      ]);
      return items.find((key) => key.isOwn && key.state === 'active' && here.includes(key.publicKey)) ?? null;
    },
  });
  return data ?? null;
}
