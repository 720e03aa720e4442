// The statutory registry, where this deployment is docked to it. What it tells may come late, twice, or say something else
// than before; it is asked again until it has told.

export const STATUTORY_REGISTRY = Symbol('StatutoryRegistry');

export interface SubmittedFiling {
  readonly filingId: string;
  /** Our own number, which the registry keeps as the filer's reference. */
  readonly number: string;
  readonly filedAt: string;
  readonly grantor: string;
}
export interface RegistryNews {
  /** Our own number. */
  readonly filingNumber: string;
  readonly number: string;
  /** RFC 3339. */
  readonly registeredAt: string;
}
export interface StatutoryRegistry {
  /** May be given the same filing again; it is registered once. */
  submit(filings: readonly SubmittedFiling[]): Promise<void>;
  /** What it has to tell about these of our numbers; those it does not know yet are left out. */
  news(filingNumbers: readonly string[]): Promise<readonly RegistryNews[]>;
}
