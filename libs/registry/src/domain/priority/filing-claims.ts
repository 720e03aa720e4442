// Registrations as claims that can be ranked: what the register knows of them, and the notices it was told of.
import type { Money } from '#kernel';
import type { Category } from '../category';
import type { Filing } from '../filing';
import { microsFromText } from '../filing-time';
import type { ClaimEvent, ClaimKind, RankedClaim } from './claim';

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

/** What is known beside the filing itself; times are RFC 3339 with six decimals. */
export interface BesideFiling {
  /** When it was cancelled or revoked, null when it was not. */
  readonly endedAt: string | null;
  /** What is ranked: then a claim takes the amount of that asset, else its maximum. */
  readonly assetKey: string | null;
  /** When its notice reached the debtor of that asset. */
  readonly noticeArrivedAt?: string | undefined;
  /** Since when what is ranked is among its collateral, where that was added later. */
  readonly addedAt?: string | undefined;
  /** When what is ranked was released from it. */
  readonly releasedAt?: string | undefined;
}

export function claimOf(filing: Filing, beside: BesideFiling): RankedClaim {
  const { endedAt, assetKey, noticeArrivedAt, addedAt = filing.filedAt, releasedAt } = beside;
  const happened = (kind: ClaimEvent['kind'], at: string | null | undefined): ClaimEvent[] =>
    at == null ? [] : [{ kind, at: microsFromText(at), until: null }];
  return {
    id: filing.number,
    kind: KINDS[filing.category],
    amount: amountOf(filing, assetKey),
    deliveredAt: null,
    events: [
      { kind: 'registered', at: microsFromText(addedAt), until: microsFromText(filing.expiresAt) },
      ...happened('notice_arrived', noticeArrivedAt),
      // What a deal files ends with the deal: then nothing is left that a notice could hold.
      ...happened(filing.origin === 'deal' ? 'released' : 'cancelled', endedAt),
      ...happened('released', releasedAt),
    ],
  };
}

const amountOf = ({ collateral, maximumAmount }: Filing, assetKey: string | null): Money | null =>
  (assetKey === null ? null : (collateral.find((item) => item.assetKey === assetKey)?.amount ?? null)) ??
  maximumAmount;
