// Registrations as claims that can be ranked: what the register knows of them, and the notices it was told of.
import type { Money } from '#kernel';
import type { Category } from '../category';
import type { Filing } from '../filing';
import { microsFromText } from '../filing-time';
import type { ClaimEvent, ClaimKind, RankedClaim } from './claim';
import { countingFrom, type Tranche, tranchesOf } from './tranches';

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

/** What is known beside the filing itself; times are RFC 3339 with six decimals. */
export interface BesideFiling {
  /** When it was cancelled or revoked, null when it was not. */
  readonly endedAt: string | null;
  /** Of the asset that is ranked: then a claim takes its amount from its own time on; null ranks the whole, which takes its maximum. */
  readonly line: AssetLine | null;
  /** When its notice reached the debtor of that asset. */
  readonly noticeArrivedAt?: string | undefined;
}

/**
 * One claim, or several where the maximum amount was raised: each part ranks from its own time.
 * @param maxima what it was from each time on, in order; none where it never changed
 */
export function claimsOf(
  filing: Filing,
  beside: BesideFiling,
  maxima: readonly Tranche[] = [],
): RankedClaim[] {
  const { line, noticeArrivedAt } = beside;
  const since = line?.since ?? filing.filedAt;
  const steps = maxima.length > 0 ? maxima : [{ since: filing.filedAt, amount: filing.maximumAmount }];
  const parts = line?.amount ? [{ since, amount: line.amount }] : countingFrom(tranchesOf(steps), since);
  return parts.map((part, index) => {
    if (index === 0) return claimOf(filing, beside, part);
    // A notice spoke of no more than there was when it arrived.
    const isTold = noticeArrivedAt !== undefined && noticeArrivedAt >= part.since;
    const told = { ...beside, noticeArrivedAt: isTold ? noticeArrivedAt : undefined };
    return { ...claimOf(filing, told, part), isRaise: true };
  });
}

function claimOf(
  filing: Filing,
  { endedAt, line, noticeArrivedAt }: BesideFiling,
  part: Tranche,
): RankedClaim {
  const happened = (kind: ClaimEvent['kind'], at: string | null | undefined): ClaimEvent[] =>
    at == null ? [] : [{ kind, at: microsFromText(at), until: null }];
  return {
    id: filing.number,
    kind: KINDS[filing.category],
    amount: part.amount,
    deliveredAt: null,
    events: [
      {
        ...{ kind: 'registered', at: microsFromText(part.since) },
        until: microsFromText(filing.expiresAt),
      },
      ...happened('notice_arrived', noticeArrivedAt),
      // What a deal files ends with the deal: then nothing is left that a notice could hold.
      ...happened(filing.origin === 'deal' ? 'released' : 'cancelled', endedAt),
      ...happened('released', line?.releasedAt),
    ],
  };
}
