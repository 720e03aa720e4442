// What a person entered as what the server takes: empty fields are left out, amounts get their currency.
import type { View } from '../../../api/client';

type Body = View<'RegistrationBody'>;
type Party = Body['grantors'][number];
type Collateral = Body['collateral'][number];

export interface CollateralValues {
  readonly kind?: NonNullable<Collateral['kind']>;
  readonly description: string;
  readonly amount?: string;
  readonly payable?: string;
  readonly invoiceNumber?: string;
  readonly debtorName?: string;
  readonly assetKey?: string;
}
export interface FilingValues {
  readonly category: Body['category'];
  readonly termMonths: number;
  readonly maximumAmount?: string;
  readonly grantors: readonly Party[];
  readonly securedParties: readonly Party[];
  readonly collateral: readonly CollateralValues[];
}

const CURRENCY = 'CNY';

const inCny = (amount: string | undefined) => (amount ? { amount, currency: CURRENCY } : undefined);

function filled<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== '');
  return Object.fromEntries(entries) as T;
}

/** An identifier and its kind go together. */
const partyOf = ({ identifier, identifierScheme, ...party }: Party): Party =>
  filled({ ...party, ...(identifier ? { identifier, identifierScheme } : {}) });

const collateralOf = ({ amount, payable, ...item }: CollateralValues): Collateral =>
  filled({ ...item, amount: inCny(amount), payable: inCny(payable) });

export function bodyOf({ maximumAmount, grantors, securedParties, collateral, ...rest }: FilingValues): Body {
  return filled({
    ...rest,
    maximumAmount: inCny(maximumAmount),
    grantors: grantors.map(partyOf),
    securedParties: securedParties.map(partyOf),
    collateral: collateral.map(collateralOf),
  });
}
