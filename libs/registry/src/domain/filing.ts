// A filing says to everyone: from this moment on, these parties hold security or title in this collateral.
import type { Id, LocalDate, Money } from '#kernel';
import type { Category } from './category';

/** Whom a filing names. `identifierScheme` and `identifier` are both given or both null. */
export interface PartyRef {
  readonly organisationId: string | null;
  readonly legalName: string;
  readonly identifierScheme: string | null;
  readonly identifier: string | null;
}
/** What a line of collateral is; what is described in words alone has none. */
export type ItemKind = 'receivable' | 'invoice' | 'goods' | 'receipt';
export const ITEM_KINDS: readonly ItemKind[] = ['receivable', 'invoice', 'goods', 'receipt'];

export interface CollateralItem {
  readonly kind?: ItemKind;
  /** The asset as the library above names it; compared letter by letter. */
  readonly assetKey: string | null;
  readonly description: string;
  /** How much of the asset is taken. */
  readonly amount: Money | null;
  /** How much of the asset there is; an exclusive claim needs it. */
  readonly payable: Money | null;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
}
export interface FiledBy {
  readonly userId: string;
  readonly organisationId: string;
}
/** A filing by a deal takes exclusive claims; one by a user of the registry is never refused for its substance. */
export type Origin = 'deal' | 'user';

export interface FilingDraft {
  readonly category: Category;
  readonly origin: Origin;
  readonly dealId: string | null;
  readonly grantors: readonly PartyRef[];
  readonly securedParties: readonly PartyRef[];
  readonly collateral: readonly CollateralItem[];
  readonly termMonths: number;
  readonly maximumAmount: Money | null;
  readonly filedBy: FiledBy;
}

export type FilingState = 'live' | 'lapsed' | 'cancelled' | 'revoked';
export const FILING_STATES: readonly FilingState[] = ['live', 'lapsed', 'cancelled', 'revoked'];

/** What became possible from each state; an ended filing never lives again. */
export const FILING_TRANSITIONS: Readonly<Record<FilingState, readonly FilingState[]>> = Object.freeze({
  live: ['lapsed', 'cancelled', 'revoked'],
  lapsed: [],
  cancelled: [],
  revoked: [],
});

/** Whether the time given here is the statutory one, or only our own log time. The two are never mixed. */
export type Standing = 'registered_here_only' | 'statutory';
export const STANDINGS: readonly Standing[] = ['registered_here_only', 'statutory'];

export interface Filing extends FilingDraft {
  readonly id: Id<'filing'>;
  /** For people: 18 digits with check digits. */
  readonly number: string;
  /** RFC 3339, UTC, six decimals: PostgreSQL's microseconds. */
  readonly filedAt: string;
  /** The last day of the term. */
  readonly expiresOn: LocalDate;
  /** The first instant after the term; RFC 3339, UTC, six decimals. */
  readonly expiresAt: string;
  readonly standing: Standing;
  readonly state: FilingState;
  readonly version: number;
  /** How many lines the collateral has; a list shows only the first of them. */
  readonly collateralCount: number;
}

/** The assets that a filing names, each once. */
export const assetKeysOf = ({ collateral }: FilingDraft): string[] => [
  ...new Set(collateral.flatMap(({ assetKey }) => assetKey ?? [])),
];
