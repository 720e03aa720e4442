// The steps of the story as its people take them over HTTP, each in one call; what comes back is what they see.
import type { Bilingual, LocalDate, Money } from '#kernel';
import type { Client, UploadFile } from './client';

export interface Outcome {
  readonly fileName: string;
  readonly outcome: 'accepted' | 'changed' | 'flagged' | 'refused' | 'duplicate';
  readonly reasons: readonly {
    readonly rule: string;
    readonly message: Bilingual;
    readonly fix: Bilingual;
  }[];
  readonly flags: readonly string[];
  readonly invoiceNumber: string | null;
  readonly payable: Money | null;
  readonly receivableId: string | null;
}
export interface Receivable {
  readonly id: string;
  readonly state: string;
  readonly dueDate: LocalDate | null;
  readonly debtorId: string;
  readonly payable: Money;
  readonly confirmed: Money | null;
  readonly available: Money;
  readonly claimed: Money;
}
interface ItemResult {
  readonly outcome: string;
  readonly confirmationId: string;
  readonly error: { readonly code: string } | null;
}

export async function upload(supplier: Client, files: readonly UploadFile[]): Promise<readonly Outcome[]> {
  return (await supplier.upload<{ outcomes: Outcome[] }>('/uploads', files)).outcomes;
}

export const receivable = (supplier: Client, id: string): Promise<Receivable> =>
  supplier.get(`/receivables/${id}`);

export const setTerms = (supplier: Client, id: string, paymentTermsDays: number): Promise<Receivable> =>
  supplier.post(`/receivables/${id}/terms`, { paymentTermsDays });

function sound(items: readonly ItemResult[], outcome: string): readonly ItemResult[] {
  const wrong = items.find((item) => item.outcome !== outcome);
  if (wrong) throw new Error(`expected ${outcome}, saw ${wrong.outcome} ${wrong.error?.code ?? ''}`);
  return items;
}

/** The maker proposes, the checker approves; the ids of the confirmations. */
export async function confirm(
  maker: Client,
  checker: Client,
  receivableIds: readonly string[],
): Promise<readonly string[]> {
  const proposals = receivableIds.map((receivableId) => ({ receivableId, decision: 'confirm' }));
  const proposed = await maker.post<{ items: ItemResult[] }>('/confirmations', { items: proposals });
  const checks = sound(proposed.items, 'proposed').map(({ confirmationId }) => ({
    confirmationId,
    decision: 'approve',
  }));
  const checked = await checker.post<{ items: ItemResult[] }>('/confirmations/checks', { items: checks });
  sound(checked.items, 'approved');
  return checks.map(({ confirmationId }) => confirmationId);
}

export const setLimit = (
  riskOfficer: Client,
  debtorId: string,
  limit: Money,
  key?: string,
): Promise<object> => riskOfficer.post('/limits', { debtorId, limit }, key);

export interface Request {
  readonly id: string;
  readonly state: string;
}
export const ask = (
  supplier: Client,
  receivableIds: readonly string[],
  financierIds: readonly string[],
): Promise<Request> =>
  supplier.post('/financing-requests', {
    receivables: receivableIds.map((receivableId) => ({ receivableId })),
    financierIds,
  });

export interface OfferTerms {
  readonly advanceRate: string;
  readonly rateAnnual: string;
  readonly recourse: 'with' | 'without';
  /** Left out: as the law has it, 766 and 767. */
  readonly surplusTo?: 'supplier' | 'financier';
  readonly validUntil: string;
}
export interface Offer {
  readonly id: string;
  readonly state: string;
}
export const bid = (financier: Client, requestId: string, terms: OfferTerms): Promise<Offer> =>
  financier.post('/offers', { requestId, dayCount: 'ACT/360', fees: [], ...terms });
