// The steps of the money, from verified accounts to the settled deal, as its people take them over HTTP.
import type { Money } from '#kernel';
import type { Client } from './client';

export interface Payout {
  readonly id: string;
  readonly state: string;
  readonly amount: Money;
  readonly submission: string;
  readonly reason: string | null;
  readonly paidOn: string | null;
}
export interface DealStatement {
  readonly state: string;
  readonly lines: readonly { readonly code: string; readonly amount: Money }[];
  readonly sums: Readonly<
    Record<
      | 'netCashPaid'
      | 'fees'
      | 'interest'
      | 'collected'
      | 'advanceOutstanding'
      | 'surplusOwed'
      | 'surplusPaid'
      | 'surplusKept',
      Money
    >
  >;
}
interface SlipAccount {
  readonly accountNumber: string;
  readonly holderName: string;
}
export interface Slip {
  /** Of the receivable. */
  readonly id: string;
  readonly invoiceNumber: string;
  readonly payments: readonly {
    readonly creditorId: string;
    readonly creditorName: string;
    readonly creditorRole: string;
    readonly account: SlipAccount | null;
    readonly outstanding: Money;
    readonly since: string | null;
  }[];
}
export interface NamedAccount {
  readonly accountNumber: string;
  readonly holderName: string;
  readonly currency: string;
  readonly purposes: readonly ('payout' | 'collection')[];
}

/** Named by its own people and verified by the operator; `key` makes both deeds happen once. */
export async function verifiedAccount(
  proposer: Client,
  operator: Client,
  organisationId: string,
  account: NamedAccount,
  key?: string,
): Promise<void> {
  const wish = { bankName: '右券演示银行 Demonstration Bank', bankCode: '102100099996', ...account };
  const path = `/organisations/${organisationId}/accounts`;
  const { id } = await proposer.post<{ id: string }>(path, wish, key && `${key}:propose`);
  const decision = { decision: 'verified', reason: '小额打款核验 One-cent test' };
  await operator.post(`/accounts/${id}/verification`, decision, key && `${key}:verify`);
}

/** The statutory registration as the financier's operations read it from the registry's certificate, and check. */
export async function recordTitle(
  operations: Client,
  colleague: Client,
  dealId: string,
  stamp: { readonly number: string; readonly registeredAt: Date },
): Promise<void> {
  const registeredAt = stamp.registeredAt.toISOString();
  await operations.post(`/deals/${dealId}/statutory-registration`, { number: stamp.number, registeredAt });
  const { items } = await colleague.get<{ items: { id: string; number: string }[] }>(
    '/statutory-entries?state=waiting&limit=200',
  );
  const entry = items.find(({ number }) => number === stamp.number);
  await colleague.post(`/statutory-entries/${entry?.id ?? ''}/check`, { decision: 'approve' });
}

export const waiveTitle = (riskOfficer: Client, dealId: string, reason: string) =>
  riskOfficer.post(`/deals/${dealId}/registration-waiver`, { reason });

export const instruct = (operations: Client, dealId: string, kind: 'advance' | 'surplus'): Promise<Payout> =>
  operations.post('/payouts', { dealId, kind });

export const release = (operations: Client, payoutId: string): Promise<Payout> =>
  operations.post(`/payouts/${payoutId}/check`, { decision: 'release' });

export const payoutOf = (reader: Client, payoutId: string): Promise<Payout> =>
  reader.get(`/payouts/${payoutId}`);

export const statementOf = (reader: Client, dealId: string): Promise<DealStatement> =>
  reader.get(`/deals/${dealId}/statement`);

export const slipsOf = async (debtor: Client): Promise<readonly Slip[]> =>
  (await debtor.get<{ items: Slip[] }>('/payment-slips?limit=200')).items;
