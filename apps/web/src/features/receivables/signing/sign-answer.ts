// Signs a debtor's answer with the key of this browser. Loaded when somebody answers, because money and canonical JSON are
// heavy for the first screen of every debtor.
import { canonicalJson, money, zero } from '#kernel';
import type { View } from '../../../api/client';
import { signWith } from './browser-key';

type Task = View<'TaskView'>;
type Answer = View<'AnswerItem'>;
type Key = View<'SigningKeyView'>;

/** The answer with the signature over its statement; unsigned without a key. */
export async function withSignature(task: Task, answer: Answer, key: Key | null): Promise<Answer> {
  if (!key) return answer;
  const { decision, confirmedAmount, reason, note, orderNumber, goodsReceiptNumber } = answer;
  const { currency } = task.payable;
  // As the server writes amounts, which is as they are signed.
  const part = confirmedAmount ? money(confirmedAmount.amount, confirmedAmount.currency) : zero(currency);
  const confirmed = decision === 'confirm' ? task.payable : part;
  const signed = await signWith(
    key.publicKey,
    canonicalJson({
      ...{ format: 'youquan/confirmation/1', ...task.statement, decision, confirmed },
      ...{ reason: reason ?? null, note: note ?? null, orderNumber: orderNumber ?? null },
      ...{
        goodsReceiptNumber: goodsReceiptNumber ?? null,
        keyId: key.id,
        signedAt: new Date().toISOString(),
      },
    }),
  );
  return { ...answer, signed: { keyId: key.id, ...signed } };
}
