// A tax bureau for tests: it knows the invoices it was told of, changes its mind when told to, and can be slow, full or
// broken. It counts how often it is asked.
import { setTimeout as sleep } from 'node:timers/promises';
import { localDate, money } from '#kernel';
import type { TaxAnswer, TaxBureau, TaxQuery, TaxReply } from '#receivables';
import { castOrganisation } from '../../../apps/demonstration/cast';

type Mood = 'well' | 'full' | 'broken' | 'slow';
type Found = Extract<TaxAnswer, { readonly status: 'found' }>;

export class FakeTaxBureau implements TaxBureau {
  readonly name = 'fake';
  readonly asked: TaxQuery[] = [];
  mood: Mood = 'well';
  private readonly held = new Map<string, Found>();

  constructor(private readonly slowMs = 50) {}

  /** An invoice of the cast, gross amount in yuan; told again, only what changed. */
  holds(number: string, change: Partial<Found> & { readonly gross?: string } = {}): void {
    const { gross = '113000.00', ...rest } = change;
    const usual: Found = {
      ...{ status: 'found', isVoid: false, issueDate: localDate('2026-11-02'), red: null },
      total: money(gross, 'CNY'),
      sellerId: castOrganisation('mingyuan').uscc,
      buyerId: castOrganisation('huadong').uscc,
    };
    this.held.set(number, { ...(this.held.get(number) ?? usual), ...rest });
  }

  reversed(number: string, redNumber: string, amount: string): void {
    this.holds(number, { red: { number: redNumber, amount: money(amount, 'CNY') } });
  }

  async check(query: TaxQuery): Promise<TaxReply> {
    this.asked.push(query);
    if (this.mood === 'slow') await sleep(this.slowMs);
    if (this.mood === 'broken') throw new Error('the bureau does not answer');
    const answer: TaxAnswer =
      this.mood === 'full'
        ? { status: 'unavailable', why: 'quota' }
        : (this.held.get(query.number) ?? { status: 'not_found' });
    return { answer, raw: JSON.stringify(answer) };
  }
}
