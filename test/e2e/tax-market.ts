// A market in which invoices can be checked with a tax bureau: a supplier's deals on them, and the accounts to pay out.
import { setTimeout as sleep } from 'node:timers/promises';
import { money, multiplyMoney } from '#kernel';
import { ask, bid, setLimit } from '../../apps/demonstration/steps';
import { FakeTaxBureau } from '../support/fakes/fake-tax-bureau';
import { confirmedBill } from './bills';
import { secondPerson, verifiedAccount } from './money';
import type { Deal } from './shown';
import { TERMS } from './stock';
import { DAY, startWorld, type World } from './world';

export interface TaxPanelShown {
  readonly standing: string;
  readonly left: number;
  readonly quota: number;
  readonly checks: readonly {
    readonly id: string;
    readonly reason: string;
    readonly result: {
      readonly kind: string;
      readonly rawHash: string;
      readonly answeredAt: string;
      readonly why: string | null;
    } | null;
  }[];
}
export interface DealTaxSeen {
  readonly basis: string;
  readonly waiverReason: string | null;
  readonly items: readonly TaxPanelShown[];
  readonly actions: readonly string[];
}
export const RISK = 'jiangnan.risk';

export class TaxMarket {
  private constructor(
    readonly world: World,
    readonly bureau: FakeTaxBureau,
  ) {}

  static async start(): Promise<TaxMarket> {
    const bureau = new FakeTaxBureau();
    const world = await startWorld({ taxBureau: bureau });
    await secondPerson(world);
    const limit = { amount: '5000000', currency: 'CNY' };
    await setLimit(await world.client(RISK), world.idOf('huadong'), limit);
    await verifiedAccount(world, 'mingyuan', '622200010001');
    await verifiedAccount(world, 'jiangnan', '622200020001');
    return new TaxMarket(world, bureau);
  }

  /** Uploaded, confirmed, and known at the bureau. */
  async invoice(number: string, net = '100000.00'): Promise<string> {
    this.bureau.holds(number, { gross: multiplyMoney(money(net, 'CNY'), '1.13', 'half_up').amount });
    return confirmedBill(this.world, { number, net });
  }

  /** An accepted deal on the whole receivable, with a title that counts. */
  async deal(receivableId: string): Promise<string> {
    const [supplier, bank] = [await this.world.client('mingyuan'), await this.world.client('jiangnan')];
    const { id: request } = await ask(supplier, [receivableId], [this.world.idOf('jiangnan')]);
    const { id: offer } = await bid(bank, request, { ...TERMS, validUntil: this.world.later(5 * DAY) });
    const { id } = await supplier.post<Deal>(`/offers/${offer}/acceptance`, {});
    await (await this.world.client(RISK)).post(`/deals/${id}/registration-waiver`, { reason: '登记在途' });
    return id;
  }

  async panel(receivableId: string): Promise<TaxPanelShown> {
    return (await this.world.client('mingyuan')).get(`/receivables/${receivableId}/tax-checks`);
  }

  async tax(dealId: string): Promise<DealTaxSeen> {
    return (await this.world.client(RISK)).get(`/deals/${dealId}/tax-checks`);
  }

  async seen<T>(login: string, path: string): Promise<T> {
    return (await this.world.client(login)).get<T>(path);
  }

  /** Asked by the supplier; its answer is awaited. */
  async checked(receivableId: string): Promise<TaxPanelShown> {
    await (await this.world.client('mingyuan')).post('/tax-checks', { receivableIds: [receivableId] });
    return this.answered(receivableId);
  }

  async answered(receivableId: string): Promise<TaxPanelShown> {
    return until(
      () => this.panel(receivableId),
      ({ checks }) => checks.every(({ result }) => result !== null),
    );
  }
}

/** Jobs come by twice a second. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const seen = await look();
    if (holds(seen)) return seen;
    await sleep(100);
  }
  throw new Error('it did not come to pass within fifteen seconds');
}
