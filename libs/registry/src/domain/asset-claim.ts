// How much of an asset is taken. What deals claim together never exceeds what is payable: an invoice is consumed in
// parts, and no part twice.
import { addMoney, compareMoney, type DomainError, isPositive, type Money, zero } from '#kernel';
import { errors } from './errors';
import type { CollateralItem } from './filing';

export interface AssetClaim {
  readonly assetKey: string;
  readonly payable: Money;
  readonly claimed: Money;
  /** 1 after the first claim was taken, which settles the payable amount. */
  readonly version: number;
}
export interface Want {
  readonly assetKey: string;
  readonly amount: Money;
  readonly payable: Money;
}
export type Claims = ReadonlyMap<string, AssetClaim>;

export interface Fit {
  /** Per filing, in order: null when all its wants fit. A filing that does not fit takes nothing. */
  readonly refusals: readonly (DomainError | null)[];
  /** The claims that changed, with their new amounts and versions. */
  readonly changed: Claims;
}

/** The exclusive claims that a filing by a deal makes; its form has been checked. */
export function wantsOf(collateral: readonly CollateralItem[]): Want[] {
  return collateral.flatMap(({ assetKey, amount, payable }) =>
    assetKey !== null && amount && payable ? [{ assetKey, amount, payable }] : [],
  );
}

/** Whether a deal holds any of the asset. */
export function isTaken(claims: Claims, assetKey: string): boolean {
  const claim = claims.get(assetKey);
  return claim !== undefined && isPositive(claim.claimed);
}

/**
 * Lets filings take their claims one after the other; each sees what those before it took. Assets that nobody claimed
 * are absent from `stored`.
 */
export function fitClaims(stored: Claims, filings: readonly (readonly Want[])[]): Fit {
  const changed = new Map<string, AssetClaim>();
  const refusals = filings.map((wants) => {
    const taken = takeAll((key) => changed.get(key) ?? stored.get(key), wants);
    if ('refused' in taken) return taken.refused;
    for (const [key, claim] of taken.claims)
      changed.set(key, { ...claim, version: (stored.get(key)?.version ?? 0) + 1 });
    return null;
  });
  return { refusals, changed };
}

/**
 * Lowers what is payable where that is less than before; what is claimed stays payable. Assets whose payable amount no
 * claim has settled yet, and those that would not change, are left out.
 */
export function lowerPayables(stored: Claims, wanted: ReadonlyMap<string, Money>): Claims {
  const lowered = new Map<string, AssetClaim>();
  for (const [assetKey, amount] of wanted) {
    const claim = stored.get(assetKey);
    if (claim?.payable.currency !== amount.currency) continue;
    const payable = maxMoney(amount, claim.claimed);
    if (compareMoney(payable, claim.payable) >= 0 || !isPositive(payable)) continue;
    lowered.set(assetKey, { ...claim, payable, version: claim.version + 1 });
  }
  return lowered;
}

const maxMoney = (a: Money, b: Money): Money => (compareMoney(a, b) < 0 ? b : a);

type Taken = { readonly claims: Claims } | { readonly refused: DomainError };

function takeAll(current: (key: string) => AssetClaim | undefined, wants: readonly Want[]): Taken {
  const claims = new Map<string, AssetClaim>();
  for (const want of wants) {
    const claim = claims.get(want.assetKey) ?? current(want.assetKey) ?? unclaimed(want);
    const refused = refusalOf(claim, want);
    if (refused) return { refused };
    const { assetKey, payable, amount } = want;
    claims.set(assetKey, {
      assetKey,
      payable,
      claimed: addMoney(claim.claimed, amount),
      version: claim.version + 1,
    });
  }
  return { claims };
}

const unclaimed = ({ assetKey, payable }: Want): AssetClaim => ({
  assetKey,
  payable,
  claimed: zero(payable.currency),
  version: 0,
});

function refusalOf(claim: AssetClaim, { assetKey, amount, payable }: Want): DomainError | null {
  const { claimed } = claim;
  const same = payable.currency === claim.payable.currency && compareMoney(payable, claim.payable) === 0;
  if (!same) return errors.payable_changed({ assetKey, payable: claim.payable, given: payable });
  if (compareMoney(addMoney(claimed, amount), payable) <= 0) return null;
  return errors.asset_claimed({ assetKey, claimed, payable, wanted: amount });
}
