// A supplier, its debtor and its bank with something of everything, for tests that are about who may touch it and how.
import { ask, bid, setLimit } from '../../apps/demonstration/steps';
import { billFile, confirmedBill, uploaded } from './bills';
import type { Certificate, Deal, Limit, Page } from './shown';
import { DAY, type World } from './world';

/** Ids; what belongs to nobody else than the supplier mingyuan, the debtor huadong and the bank jiangnan. */
export interface Stock {
  readonly [name: string]: string;
  /** Confirmed, offered in `request`, not financed. */
  readonly receivable: string;
  /** Without a due date. */
  readonly draft: string;
  readonly document: string;
  readonly upload: string;
  /** Proposed by the debtor's maker, not checked yet. */
  readonly confirmation: string;
  readonly request: string;
  readonly offer: string;
  readonly deal: string;
  readonly notice: string;
  readonly registration: string;
  readonly limit: string;
  readonly search: string;
}

export const TERMS = { advanceRate: '0.9', rateAnnual: '0.05', recourse: 'with' } as const;
/** A well-formed id that nothing has. */
export const NOBODYS = '01a2040d-7437-7ebe-9d1d-cdd7d1889e1c';

export async function stock(world: World): Promise<Stock> {
  const [supplier, bank] = [await world.client('mingyuan'), await world.client('jiangnan')];
  const jiangnan = world.idOf('jiangnan');
  const limits = await world.client('jiangnan.risk');
  await setLimit(limits, world.idOf('huadong'), { amount: '5000000', currency: 'CNY' });
  const offerOn = async (receivableId: string) => {
    const { id: request } = await ask(supplier, [receivableId], [jiangnan]);
    return { request, offer: (await bid(bank, request, { ...TERMS, validUntil: world.later(5 * DAY) })).id };
  };
  const sold = await offerOn(await confirmedBill(world, { number: 'MY-SOLD' }));
  const deal = await supplier.post<Deal>(`/offers/${sold.offer}/acceptance`, {});
  const receivable = await confirmedBill(world, { number: 'MY-OPEN' });
  const open = await offerOn(receivable);
  const [draft = '', listed = ''] = await uploaded(world, 'mingyuan', [
    billFile({ number: 'MY-DRAFT', due: null }),
    billFile({ number: 'MY-LISTED' }),
  ]);
  const maker = await world.client('huadong.maker');
  const answers = { items: [{ receivableId: listed, decision: 'confirm' }] };
  const proposed = await maker.post<Page<{ confirmationId: string }>>('/confirmations', answers);
  const { documentId } = await supplier.get<{ documentId: string }>(`/receivables/${receivable}`);
  return {
    ...{ receivable, draft, document: documentId },
    ...{ ...open, deal: deal.id, notice: deal.notices[0]?.id ?? '', registration: deal.filingId },
    upload: (await supplier.get<Page<{ id: string }>>('/uploads')).items[0]?.id ?? '',
    confirmation: proposed.items[0]?.confirmationId ?? '',
    limit: (await limits.get<Page<Limit>>('/limits')).items[0]?.id ?? '',
    search: (await bank.post<Certificate>('/searches', { by: 'name', name: '无名' })).id,
  };
}
