// On what a payout rests as to the tax bureau: good and fresh checks, a waiver of the financier, or that nothing can be
// checked, which is said and does not hold it up.
export const TAX_BASES = ['checked', 'not_checked', 'waived', 'missing'] as const;
export type TaxBasis = (typeof TAX_BASES)[number];

/** Of one receivable of the deal. */
export interface ItemStanding {
  readonly standing: 'good' | 'stale' | 'bad' | 'unchecked' | 'not_verifiable' | 'no_bureau';
  readonly allowsPayout: boolean;
  /** When the newest answer that says something came. */
  readonly answeredAt: Date | null;
}

export interface TaxGround {
  readonly basis: TaxBasis;
  /** When the bureau last stood by its invoices: the oldest of the good answers, for the weakest one counts. */
  readonly checkedAt: Date | null;
}

/** What a payout would rest on now, and since when. */
export function taxGroundOf(items: readonly ItemStanding[], waivedAt: Date | null): TaxGround {
  const basis = taxBasisOf(items, waivedAt);
  if (basis !== 'checked' && basis !== 'not_checked') return { basis, checkedAt: null };
  const good = items.flatMap(({ standing, answeredAt }) =>
    standing === 'good' && answeredAt ? [answeredAt.getTime()] : [],
  );
  return { basis, checkedAt: good.length > 0 ? new Date(Math.min(...good)) : null };
}

/** A waiver covers what was known when it was given: a worse answer that came later holds the payout up again. */
export function taxBasisOf(items: readonly ItemStanding[], waivedAt: Date | null): TaxBasis {
  const open = items.filter(({ allowsPayout }) => !allowsPayout);
  if (open.length === 0)
    return items.every(({ standing }) => standing === 'good') ? 'checked' : 'not_checked';
  if (!waivedAt) return 'missing';
  const isCovered = ({ standing, answeredAt }: ItemStanding) =>
    standing !== 'bad' || (answeredAt !== null && answeredAt <= waivedAt);
  return open.every(isCovered) ? 'waived' : 'missing';
}
