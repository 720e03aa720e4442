// The money that the tests move: verified accounts of the cast, and what its banks tell of them.
import { castOrganisation } from '../../apps/demonstration/cast';
import type { World } from './world';

interface Named {
  readonly id: string;
}

export const accountOf = (organisation: string, accountNumber: string, change: object = {}) => ({
  holderName: castOrganisation(organisation).legalName,
  ...{ accountNumber, bankName: '工商银行', bankCode: '102100099996', currency: 'CNY' },
  purposes: ['payout', 'collection'],
  ...change,
});

/** Proposed by the organisation's own people, not verified yet. Its id. */
export async function proposedAccount(
  world: World,
  organisation: 'mingyuan' | 'haichuan' | 'jiangnan' | 'huitong',
  accountNumber: string,
): Promise<string> {
  const own = await world.client(organisation);
  const path = `/organisations/${world.idOf(organisation)}/accounts`;
  return (await own.post<Named>(path, accountOf(organisation, accountNumber))).id;
}

/** For payouts and for collection. */
export async function verifiedAccount(
  world: World,
  organisation: 'mingyuan' | 'haichuan' | 'jiangnan' | 'huitong',
  accountNumber: string,
): Promise<void> {
  const id = await proposedAccount(world, organisation, accountNumber);
  await (await world.client('operator')).post(`/accounts/${id}/verification`, { decision: 'verified' });
}
