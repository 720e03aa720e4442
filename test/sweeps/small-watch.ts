// What one tenant of the small world has to do with the tax bureau and with dilution: an invoice that can be checked, and
// a deal whose receivable a credit note has reached.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#identity';
import { addDays, dateOf, invariant } from '#kernel';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { Client } from '../../apps/demonstration/client';
import { ask, confirm } from '../../apps/demonstration/steps';
import { NOW } from '../e2e/world';

export interface WatchThings {
  /** Listed; the tax bureau may be asked about it. */
  readonly verifiable: string;
  /** Frozen: a credit note reached it after it was assigned in `watchedDeal`. */
  readonly watched: string;
  readonly watchedDeal: string;
  /** Of `watched`; waits for its answer. */
  readonly taxCheck: string;
}
export interface WatchScene {
  readonly client: (role: Role) => Client;
  readonly side: 0 | 1;
  /** Keys in the cast. */
  readonly supplier: string;
  readonly debtor: string;
  readonly financierId: string;
  readonly terms: object;
}
interface Named {
  readonly id: string;
}

export async function watchOf(scene: WatchScene): Promise<WatchThings> {
  const { client, side, financierId, terms } = scene;
  const supplier = client('supplier');
  const number = (last: number) => `2632200001098770${side}${String(last).padStart(3, '0')}`;
  const [verifiable, watched] = await taken(scene, [
    [number(1), '380', '', '13571.11'],
    [number(2), '380', '', '86420.22'],
  ]);
  invariant(verifiable && watched, 'two invoices are taken');
  await confirm(client('debtor_maker'), client('debtor_checker'), [watched]);
  const request = await ask(supplier, [watched], [financierId]);
  const bid = { requestId: request.id, ...terms };
  const offer = await client('relationship_officer').post<Named>('/offers', bid);
  const { id: watchedDeal } = await supplier.post<Named>(`/offers/${offer.id}/acceptance`, {});
  const asked = await supplier.post<{ items: { checkId: string }[] }>('/tax-checks', {
    receivableIds: [watched],
  });
  await taken(scene, [[number(3), '381', number(2), '420.22']]);
  await frozen(supplier, watchedDeal);
  return { verifiable, watched, watchedDeal, taxCheck: asked.items[0]?.checkId ?? '' };
}

async function taken(
  { client, supplier, debtor }: WatchScene,
  invoices: readonly (readonly [number: string, type: string, preceding: string, amount: string])[],
): Promise<(string | null)[]> {
  const [seller, buyer] = [castOrganisation(supplier), castOrganisation(debtor)];
  const [issued, due] = [addDays(dateOf(NOW), -20), addDays(dateOf(NOW), 60)];
  const columns = 'number,type,preceding_invoice,issue_date,due_date,currency,net_amount,gross_amount';
  const head = `${columns},seller_name,seller_id,buyer_name,buyer_id`;
  const parties = [seller.legalName, seller.uscc, buyer.legalName, buyer.uscc];
  const rows = invoices.map(([number, type, preceding, amount]) =>
    [number, type, preceding, issued, due, 'CNY', amount, amount, ...parties].join(','),
  );
  const file = { name: 'watched.csv', bytes: new TextEncoder().encode([head, ...rows].join('\r\n')) };
  const { outcomes } = await client('supplier').upload<{ outcomes: { receivableId: string | null }[] }>(
    '/uploads',
    [file],
  );
  return outcomes.map(({ receivableId }) => receivableId);
}

/** A job freezes the deal. */
async function frozen(supplier: Client, dealId: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const { frozenAt } = await supplier.get<{ frozenAt: string | null }>(`/deals/${dealId}`);
    if (frozenAt !== null) return;
    await sleep(100);
  }
  throw new Error('the credit note froze no deal');
}

/** A result file in which the tax bureau does not know the invoice. */
export function resultFileOf(taxCheck: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([`check_id,result\r\n${taxCheck},not_found\r\n`]), 'results.csv');
  return form;
}
