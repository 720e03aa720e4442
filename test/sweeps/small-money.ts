// The money of one tenant of the small world: verified accounts, payouts in each state that somebody can act on, and a
// bank's statement that tells of a payout and of a payment.
import type { Role } from '#identity';
import { dateOf, invariant, money } from '#kernel';
import { writeCamt053, type WrittenEntry } from '#settlement';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { Client, UploadFile } from '../../apps/demonstration/client';
import { NOW } from '../e2e/world';

export interface MoneyThings {
  /** Of the supplier, for payouts; verified. */
  readonly account: string;
  /** Of the financier, to pay from and for collections; verified. */
  readonly collection: string;
  /** Of the deal: released, the bank has not told of it. */
  readonly payout: string;
  /** Of a deal of its own: instructed by a colleague, awaits the check. */
  readonly instructed: string;
  /** Of the funded deal: the bank has paid it. */
  readonly paid: string;
  readonly funded: string;
  /** Assigned in the funded deal, and paid in part. */
  readonly collected: string;
  /** Allocated in part. */
  readonly payment: string;
}
export interface MoneyScene {
  readonly client: (role: Role) => Client;
  /** The second person of the financier's operations. */
  readonly colleague: Client;
  readonly operator: Client;
  readonly side: 0 | 1;
  /** Keys in the cast. */
  readonly supplier: string;
  readonly financier: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly deals: Readonly<Record<'released' | 'instructed' | 'funded', string>>;
  readonly collected: string;
}
interface Named {
  readonly id: string;
}
interface PayoutMade extends Named {
  readonly amount: { readonly amount: string };
  readonly endToEndId: string;
}
const yuan = (amount: string) => money(amount, 'CNY');

export async function moneyOf(scene: MoneyScene): Promise<MoneyThings> {
  const { client, colleague, deals, collected, side } = scene;
  const account = await accountOf(scene, client('supplier'), scene.supplier, scene.supplierId, {
    accountNumber: `62220002000${side}`,
    purposes: ['payout'],
  });
  const collection = await accountOf(
    scene,
    client('relationship_officer'),
    scene.financier,
    scene.financierId,
    { accountNumber: collectionNumber(side), purposes: ['payout', 'collection'] },
  );
  const instruct = async (dealId: string): Promise<PayoutMade> => {
    await client('risk_officer').post(`/deals/${dealId}/registration-waiver`, { reason: 'sweep' });
    return colleague.post('/payouts', { dealId, kind: 'advance' });
  };
  const release = async ({ id }: Named): Promise<void> => {
    await client('operations').post(`/payouts/${id}/check`, { decision: 'release' });
  };
  const payout = await instruct(deals.released);
  await release(payout);
  const instructed = await instruct(deals.instructed);
  const paid = await instruct(deals.funded);
  await release(paid);
  const payment = await tell(scene, paid);
  await client('operations').post(`/payments/${payment}/allocation`, {
    items: [{ dealId: deals.funded, receivableId: collected, amount: yuan('1000.00') }],
  });
  return {
    ...{ account, collection, collected, payment, funded: deals.funded },
    ...{ payout: payout.id, instructed: instructed.id, paid: paid.id },
  };
}

/** Proposed by its own people, verified by the operator. */
async function accountOf(
  { operator }: MoneyScene,
  proposer: Client,
  key: string,
  organisationId: string,
  wish: { readonly accountNumber: string; readonly purposes: readonly string[] },
): Promise<string> {
  const { id } = await proposer.post<Named>(
    `/organisations/${organisationId}/accounts`,
    accountBody(castOrganisation(key).legalName, wish),
  );
  await operator.post(`/accounts/${id}/verification`, { decision: 'verified' });
  return id;
}

export const accountBody = (
  holderName: string,
  wish: { readonly accountNumber: string; readonly purposes: readonly string[] },
) => ({ holderName, bankName: '工商银行', bankCode: '102100099996', currency: 'CNY', ...wish });

/** The number of the financier's account. */
export const collectionNumber = (side: 0 | 1): string => `62220001000${side}`;

/** The day's statement of a financier's account, with these movements. */
export function statementOf(
  side: 0 | 1,
  messageId: string,
  movements: readonly Pick<WrittenEntry, 'amount' | 'servicerReference' | 'endToEndId'>[],
): UploadFile {
  const today = dateOf(NOW);
  const nobody = { counterpartyName: null, counterpartyAccount: null, text: null };
  const entry = { bookingDate: today, valueDate: today, ...nobody };
  const text = writeCamt053({
    ...{ messageId, createdAt: NOW, account: collectionNumber(side), ownerName: 'sweep', currency: 'CNY' },
    ...{ from: today, to: today, openingBalance: yuan('5000000.00') },
    entries: movements.map((movement) => ({ ...entry, ...movement })),
  });
  return { name: 'bank.xml', bytes: new TextEncoder().encode(text) };
}

/** The bank tells that the payout went out, and of an amount that no rule explains. The payment's id. */
async function tell({ client, side }: MoneyScene, paid: PayoutMade): Promise<string> {
  const out = { amount: yuan(`-${paid.amount.amount}`), endToEndId: paid.endToEndId };
  const statement = statementOf(side, `SMALL-WORLD-${side}`, [
    { ...out, servicerReference: `OUT-${side}` },
    { amount: yuan('12345.67'), servicerReference: `IN-${side}`, endToEndId: null },
  ]);
  const { paymentIds } = await client('operations').upload<{ paymentIds: string[] }>('/statements', [
    statement,
  ]);
  const [payment] = paymentIds;
  invariant(payment, 'the statement tells of a payment');
  return payment;
}
