// Registrations as claims that can be ranked: what the register knows of them. Notices to debtors are known above it.
import type { Money } from '#kernel';
import type { Category } from '../category';
import type { Filing } from '../filing';
import { microsFromText } from '../filing-time';
import type { ClaimKind, RankedClaim } from './claim';

/** Goods sold or leased may be purchase money (Art. 416), but the register does not know when they were delivered. */
const KINDS: Readonly<Record<Category, ClaimKind>> = {
  equipment_mortgage: 'mortgage',
  receivables_pledge: 'pledge',
  document_pledge: 'pledge',
  finance_lease: 'purchase_money',
  factoring: 'factoring',
  retention_of_title: 'purchase_money',
  other: 'mortgage',
};

/**
 * @param endedAt when it was cancelled or revoked, null when it was not
 * @param assetKey what is ranked: then a claim takes the amount of that asset, else its maximum
 */
export function claimOf(filing: Filing, endedAt: string | null, assetKey: string | null): RankedClaim {
  const registeredAt = microsFromText(filing.filedAt);
  return {
    id: filing.number,
    kind: KINDS[filing.category],
    amount: amountOf(filing, assetKey),
    deliveredAt: null,
    events: [
      { kind: 'registered', at: registeredAt, until: microsFromText(filing.expiresAt) },
      ...(endedAt === null ? [] : [{ kind: 'cancelled' as const, at: microsFromText(endedAt), until: null }]),
    ],
  };
}

const amountOf = ({ collateral, maximumAmount }: Filing, assetKey: string | null): Money | null =>
  (assetKey === null ? null : (collateral.find((item) => item.assetKey === assetKey)?.amount ?? null)) ??
  maximumAmount;
