// On what the title of a deal rests. Money is paid out only against a registration that counts in law: this deployment
// is the registry, or the statutory registration is recorded, or the financier has waived it in writing.

export const TITLE_BASES = ['registered_here', 'statutory', 'waived', 'missing'] as const;
export type TitleBasis = (typeof TITLE_BASES)[number];

/** A row of a book: a statutory registration with its number and time, or a waiver with its reason. */
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

export interface Title {
  readonly basis: TitleBasis;
  /** The latest statutory registration that was recorded. */
  readonly statutory: TitleRecord | null;
  /** The latest waiver: it stays visible whatever is recorded later. */
  readonly waiver: TitleRecord | null;
}

/**
 * @param standing whether our own registration has the statutory time
 * @param records of one deal, in the order of recording
 */
export function titleOf(
  standing: 'registered_here_only' | 'statutory',
  records: readonly TitleRecord[],
): Title {
  const latest = (kind: TitleRecord['kind']) => records.findLast((record) => record.kind === kind) ?? null;
  const [statutory, waiver] = [latest('statutory'), latest('waiver')];
  if (standing === 'statutory') return { basis: 'registered_here', statutory, waiver };
  if (statutory) return { basis: 'statutory', statutory, waiver };
  return { basis: waiver ? 'waived' : 'missing', statutory, waiver };
}

export const countsInLaw = ({ basis }: Title): boolean => basis !== 'missing';
