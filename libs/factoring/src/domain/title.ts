// On what the title of a deal rests. Money is paid out only against a registration that counts in law: this deployment
// is the registry, or the statutory registration is recorded, or the financier has waived it in writing.

export const TITLE_BASES = ['registered_here', 'statutory', 'waived', 'missing'] as const;
export type TitleBasis = (typeof TITLE_BASES)[number];

/** A row of a book: a waiver with its reason; before the registry kept them, also a statutory registration. */
export interface TitleRecord {
  readonly id: string;
  readonly dealId: string;
  readonly kind: 'statutory' | 'waiver';
  readonly number: string | null;
  readonly registeredAt: Date | null;
  readonly reason: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** What the register says of the filing of a deal. */
export interface RegisteredTitle {
  /** Whether our own registration has the statutory time. */
  readonly standing: 'registered_here_only' | 'statutory';
  /** The statutory registration that counts, with number and time; RFC 3339. */
  readonly statutory: { readonly number: string; readonly registeredAt: string } | null;
  /** One was entered, and a second person has not checked it yet. */
  readonly waiting: boolean;
  /** None is there, and by a parameter one should have been by now. */
  readonly overdue: boolean;
}
export const NOT_REGISTERED: RegisteredTitle = Object.freeze({
  standing: 'registered_here_only',
  statutory: null,
  waiting: false,
  overdue: false,
});

export interface Title extends Pick<RegisteredTitle, 'waiting' | 'overdue'> {
  readonly basis: TitleBasis;
  /** The statutory registration that counts. */
  readonly statutory: { readonly number: string; readonly registeredAt: string } | null;
  /** The latest waiver: it stays visible whatever is recorded later. */
  readonly waiver: TitleRecord | null;
}

/**
 * A waiver carries a payout only as long as the statutory registration is not overdue.
 * @param records of one deal, in the order of recording
 */
export function titleOf(registered: RegisteredTitle, records: readonly TitleRecord[]): Title {
  const { standing, waiting, overdue } = registered;
  const latest = (kind: TitleRecord['kind']) => records.findLast((record) => record.kind === kind) ?? null;
  const waiver = latest('waiver');
  const statutory = registered.statutory ?? stampOf(latest('statutory'));
  const parts = { statutory, waiver, waiting, overdue: overdue && statutory === null };
  if (standing === 'statutory') return { ...parts, basis: 'registered_here' };
  if (statutory) return { ...parts, basis: 'statutory' };
  return { ...parts, basis: waiver && !overdue ? 'waived' : 'missing' };
}

const stampOf = (record: TitleRecord | null) =>
  record?.number != null && record.registeredAt !== null
    ? { number: record.number, registeredAt: record.registeredAt.toISOString() }
    : null;

export const countsInLaw = ({ basis }: Title): boolean => basis !== 'missing';
