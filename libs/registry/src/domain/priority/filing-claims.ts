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

/** A line of collateral that names the asset, as it stood or stands. */
export interface AssetLine {
  /** RFC 3339, UTC, six decimals: from when it counts. */
  readonly since: string;
  /** When it was taken out; null while it stands. */
  readonly releasedAt: string | null;
  readonly amount: Money | null;
}

/**
 * @param endedAt when it was cancelled or revoked, null when it was not
 * @param line of the asset that is ranked: then a claim takes its amount from its own time on; null ranks the whole filing,
 *   which takes its maximum
 */
export function claimOf(filing: Filing, endedAt: string | null, line: AssetLine | null): RankedClaim {
  const registeredAt = microsFromText(line?.since ?? filing.filedAt);
  return {
    id: filing.number,
    kind: KINDS[filing.category],
    amount: line?.amount ?? filing.maximumAmount,
    deliveredAt: null,
    events: [
      { kind: 'registered', at: registeredAt, until: microsFromText(filing.expiresAt) },
      ...(line && line.releasedAt !== null
        ? [{ kind: 'released' as const, at: microsFromText(line.releasedAt), until: null }]
        : []),
      ...(endedAt === null ? [] : [{ kind: 'cancelled' as const, at: microsFromText(endedAt), until: null }]),
    ],
  };
}
