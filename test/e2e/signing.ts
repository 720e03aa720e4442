// How a debtor's person signs in the tests: what the browser does with WebCrypto, with Node's own keys.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalJson, invariant } from '#kernel';
import type { World } from './world';

export interface SigningPair {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}
export interface Task {
  readonly id: string;
  readonly payable: { readonly amount: string; readonly currency: string };
  readonly statement: Readonly<Record<string, unknown>>;
}

const signed = (text: string, privateKey: KeyObject): string =>
  sign(null, Buffer.from(text), privateKey).toString('base64');

/** A key that its holder has registered and nobody has approved. */
export async function registeredKey(world: World, holder: string): Promise<SigningPair> {
  const { publicKey: made, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = made.export({ format: 'der', type: 'spki' }).toString('base64');
  const client = await world.client(holder);
  const me = await client.get<{ user: { id: string }; organisation: { id: string } }>('/auth/me');
  const proved = { format: 'youquan/signing-key/1', organisationId: me.organisation.id, publicKey };
  const proof = signed(canonicalJson({ ...proved, holderId: me.user.id }), privateKey);
  const body = { label: holder, publicKey, proof };
  const { id } = await client.post<{ id: string }>('/signing-keys', body);
  return { id, publicKey, privateKey };
}

export async function approvedKey(world: World, holder: string, approver: string): Promise<SigningPair> {
  const key = await registeredKey(world, holder);
  await (await world.client(approver)).post(`/signing-keys/${key.id}/decision`, { decision: 'approve' });
  return key;
}

export async function taskFor(world: World, login: string, receivableId: string): Promise<Task> {
  const { items } = await (await world.client(login)).get<{ items: Task[] }>('/confirmations?limit=200');
  const task = items.find(({ id }) => id === receivableId);
  invariant(task, 'the receivable is in the queue');
  return task;
}

/** A confirmation in full; `more` is answered and stated, `forged` is only stated. */
export function signedAnswer(
  { id: receivableId, payable, statement: basis }: Task,
  { id: keyId, privateKey }: SigningPair,
  at: Date,
  more: { readonly orderNumber?: string } = {},
  forged: object = {},
) {
  const statement = canonicalJson({
    ...{ format: 'youquan/confirmation/1', ...basis, decision: 'confirm', confirmed: payable, reason: null },
    ...{ note: null, orderNumber: null, goodsReceiptNumber: null, ...more },
    ...{ keyId, signedAt: at.toISOString(), ...forged },
  });
  const signature = signed(statement, privateKey);
  return { receivableId, decision: 'confirm', ...more, signed: { keyId, statement, signature } };
}
