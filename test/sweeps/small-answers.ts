// What a debtor of the small world has answered: a signing key, a dispute, a confirmation that stands, and files of answers.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson } from '#kernel';
import type { Client } from '../../apps/demonstration/client';

export interface AnswerThings {
  /** Registered by the maker; awaits the checker. */
  readonly signingKey: string;
  /** Answered in part, and so in dispute. */
  readonly disputed: string;
  /** The answer to a receivable that nobody has financed. */
  readonly standing: string;
  readonly plannedAnswers: string;
  readonly appliedAnswers: string;
  readonly payablePlan: string;
  readonly payableDraft: string;
}

export interface DisputeThings {
  /** The financier of a deal found that something does not agree. */
  readonly dispute: string;
  /** The supplier's evidence in it. */
  readonly disputeFile: string;
}

interface Named {
  readonly id: string;
}
interface Answered {
  readonly items: readonly { readonly confirmationId: string }[];
}

export async function answersOf(
  maker: Client,
  checker: Client,
  ids: { readonly disputed: string; readonly stands: string; readonly unanswered: string },
): Promise<AnswerThings> {
  const { disputed, stands, unanswered } = ids;
  const confirmedAmount = { amount: '60000.00', currency: 'CNY' };
  const { items } = await maker.post<Answered>('/confirmations', {
    items: [
      { receivableId: disputed, decision: 'dispute', confirmedAmount, reason: 'quality' },
      { receivableId: stands, decision: 'confirm', noAssignmentClause: true },
    ],
  });
  const [, standing] = items.map(({ confirmationId }) => confirmationId);
  const checks = items.map(({ confirmationId }) => ({ confirmationId, decision: 'approve' }));
  await checker.post('/confirmations/checks', { items: checks });
  const planned = await handIn(maker, unanswered);
  const applied = await handIn(maker, 'nothing');
  await maker.post(`/answer-files/${applied}/application`, {});
  await inState(maker, applied, 'applied');
  return {
    signingKey: (await maker.post<Named>('/signing-keys', await keyBody(maker, newKey()))).id,
    disputed,
    standing: standing ?? '',
    plannedAnswers: planned,
    appliedAnswers: applied,
    payablePlan: await planPayables(maker),
    payableDraft: await planPayables(maker),
  };
}

export async function disputeOn(
  dealId: string,
  receivableId: string,
  officer: Client,
  supplier: Client,
): Promise<DisputeThings> {
  const discrepancy = { receivableId, causedBy: 'supplier', note: '金额不符' };
  const { id } = await officer.post<Named>(`/deals/${dealId}/discrepancies`, discrepancy);
  const photo = { name: 'photo.txt', bytes: new TextEncoder().encode('what was delivered') };
  const { files } = await supplier.upload<{ files: Named[] }>(`/disputes/${id}/files`, [photo]);
  return { dispute: id, disputeFile: files[0]?.id ?? '' };
}

/** A plan of what nobody can read. */
async function planPayables(maker: Client): Promise<string> {
  const file = { name: 'note.txt', bytes: new TextEncoder().encode('nothing that can be read') };
  return (await maker.upload<Named>('/payable-uploads?mode=plan', [file])).id;
}

export interface TestKey {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

export function newKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), privateKey };
}

/** The body that registers this key for this person. */
export async function keyBody(client: Client, { publicKey, privateKey }: TestKey) {
  const me = await client.get<{ user: Named; organisation: Named }>('/auth/me');
  const proved = { organisationId: me.organisation.id, holderId: me.user.id, publicKey };
  return keyBodyOf(proved, privateKey);
}

export function keyBodyOf(
  proved: { readonly organisationId: string; readonly holderId: string; readonly publicKey: string },
  privateKey: KeyObject,
) {
  const text = canonicalJson({ format: 'youquan/signing-key/1', ...proved });
  const proof = sign(null, Buffer.from(text), privateKey).toString('base64');
  return { label: 'sweep', publicKey: proved.publicKey, proof };
}

async function handIn(maker: Client, receivableId: string): Promise<string> {
  const text = `receivable_id,decision,note\n${receivableId},confirm,by file\n`;
  const file = { name: 'answers.csv', bytes: new TextEncoder().encode(text) };
  const { id } = await maker.upload<Named>('/answer-files', [file]);
  await inState(maker, id, 'planned');
  return id;
}

/** The work goes on in the background. */
async function inState(maker: Client, id: string, state: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const file = await maker.get<{ state: string }>(`/answer-files/${id}`);
    if (file.state === state) return;
    await sleep(50);
  }
  throw new Error(`the file of answers is not ${state}`);
}
