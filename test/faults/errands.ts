// What the clients do while everything around them is killed: errands of one to three commands each, of every kind
// that moves title or evidence, and where each must be found afterwards, exactly once.
import { sampleFiling } from '../../apps/cli/bench/filing-sample';
import type { PersistentClient, Sent } from './persistent-client';

export type Role = 'lawyer' | 'supplier' | 'maker' | 'checker' | 'bank';
export type People = Readonly<Record<Role, PersistentClient>>;
export type Kind = 'filing' | 'search' | 'upload' | 'answer' | 'deal';

/** What was acknowledged, by the key of the business and not by ours. */
export interface Acknowledged {
  readonly kind: Kind;
  /** Of the invoice, the receivable, or whatever else there may be only once. */
  readonly businessKey: string;
  readonly id: string;
}
export interface Errand {
  readonly kind: Kind;
  readonly commands: number;
  readonly run: (people: People) => Promise<Acknowledged>;
}
interface Named {
  readonly id: string;
}
type Send = <T>(who: PersistentClient, sent: Sent) => Promise<T>;

export const COMMANDS: Readonly<Record<Kind, number>> = {
  filing: 1,
  search: 1,
  upload: 1,
  answer: 2,
  deal: 3,
};

export function filing(send: Send): Errand {
  const { body, invoice } = sampleFiling();
  return errand('filing', invoice, async ({ lawyer }) =>
    send<Named>(lawyer, { path: '/registrations', body }),
  );
}

export function search(send: Send, name: string): Errand {
  return errand('search', name, async ({ lawyer }) =>
    send<Named>(lawyer, { path: '/searches', body: { by: 'name', name } }),
  );
}

export function upload(send: Send, invoiceNumber: string, bytes: Uint8Array<ArrayBuffer>): Errand {
  const form = () => {
    const made = new FormData();
    made.append('files', new Blob([bytes]), `${invoiceNumber}.xml`);
    return made;
  };
  return errand('upload', invoiceNumber, async ({ supplier }) =>
    send<Named>(supplier, { path: '/uploads', form }),
  );
}

export function answer(send: Send, receivableId: string): Errand {
  return errand('answer', receivableId, async ({ maker, checker }) => {
    const { items } = await send<{ items: { confirmationId: string }[] }>(maker, {
      path: '/confirmations',
      body: { items: [{ receivableId, decision: 'confirm' }] },
    });
    const id = items[0]?.confirmationId ?? '';
    const body = { items: [{ confirmationId: id, decision: 'approve' }] };
    await send(checker, { path: '/confirmations/checks', body });
    return { id };
  });
}

export interface Terms {
  readonly financierId: string;
  readonly validUntil: string;
}
export function deal(send: Send, receivableId: string, { financierId, validUntil }: Terms): Errand {
  return errand('deal', receivableId, async ({ supplier, bank }) => {
    const asked = { receivables: [{ receivableId }], financierIds: [financierId] };
    const { id: requestId } = await send<Named>(supplier, { path: '/financing-requests', body: asked });
    const terms = { advanceRate: '0.9', rateAnnual: '0.05', recourse: 'with', validUntil, fees: [] };
    const offer = await send<Named>(bank, { path: '/offers', body: { requestId, ...terms } });
    return send<Named>(supplier, { path: `/offers/${offer.id}/acceptance`, body: {} });
  });
}

function errand(kind: Kind, businessKey: string, run: (people: People) => Promise<Named>): Errand {
  return {
    ...{ kind, commands: COMMANDS[kind] },
    run: async (people) => ({ kind, businessKey, id: (await run(people)).id }),
  };
}

/** Rows by business key and id, straight from the tables: `$1` is the list of keys. */
export const WHERE_FOUND: Readonly<Record<Kind, string>> = {
  filing: `select invoice_number as key, filing_id as id from registry.collateral where invoice_number = any($1)`,
  search: `select terms->>'name' as key, id from registry.search where terms->>'name' = any($1)`,
  upload: `select r.invoice_number as key, o.upload_id as id from receivables.receivable r
    join receivables.upload_outcome o on o.receivable_id = r.id where r.invoice_number = any($1)`,
  answer: `select receivable_id as key, id from receivables.confirmation
    where receivable_id = any($1::uuid[]) and state = 'approved'`,
  deal: `select receivable_id as key, deal_id as id from factoring.deal_item where receivable_id = any($1::uuid[])`,
};

/** Tables that gain one row for each errand of these kinds, and none besides. */
export const GROWTH: Readonly<Record<string, readonly Kind[]>> = {
  'registry.filing': ['filing', 'deal'],
  'registry.search': ['search'],
  'receivables.upload': ['upload'],
  'documents.document': ['upload'],
  'receivables.confirmation': ['answer'],
  'factoring.request': ['deal'],
  'factoring.offer': ['deal'],
  'factoring.deal': ['deal'],
  'factoring.notice': ['deal'],
  'ledger.posting': ['deal'],
};
