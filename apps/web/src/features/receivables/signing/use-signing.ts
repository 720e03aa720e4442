// Signs a debtor's answers with the key of this browser, where it has one that is approved.
import { useQuery } from '@tanstack/react-query';
import { money, zero } from '#kernel';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { keysHere, signWith } from './browser-key';

type Task = View<'TaskView'>;
type Answer = View<'AnswerItem'>;
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

/** The answer with the signature over its statement; unsigned without a key. */
export async function withSignature(task: Task, answer: Answer, key: Key | null): Promise<Answer> {
  if (!key) return answer;
  const { decision, confirmedAmount, reason, note, orderNumber, goodsReceiptNumber } = answer;
  const { currency } = task.payable;
  // As the server writes amounts, which is as they are signed.
  const part = confirmedAmount ? money(confirmedAmount.amount, confirmedAmount.currency) : zero(currency);
  const confirmed = decision === 'confirm' ? task.payable : part;
  const signed = await signWith(key.publicKey, {
    ...{ format: 'youquan/confirmation/1', ...task.statement, decision, confirmed },
    ...{ reason: reason ?? null, note: note ?? null, orderNumber: orderNumber ?? null },
    ...{ goodsReceiptNumber: goodsReceiptNumber ?? null, keyId: key.id, signedAt: new Date().toISOString() },
  });
  return { ...answer, signed: { keyId: key.id, ...signed } };
}
