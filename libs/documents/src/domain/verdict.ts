// What is said of one invoice: may it become a receivable now, does a person have to look, or can it not be trusted.
import type { Bilingual } from '#kernel';

export type Status = 'accepted' | 'flagged' | 'refused';

/** Facts that keep a well-formed invoice from being financed as it stands. */
export type Flag =
  | 'credit_note'
  | 'correction'
  | 'negative_payable'
  | 'zero_payable'
  | 'void'
  | 'reversed'
  | 'paid'
  | 'already_assigned'
  | 'payee_not_seller'
  | 'advance'
  | 'not_a_claim'
  | 'issued_in_future'
  | 'tenor_implausible'
  | 'identifier_masked'
  | 'identifier_invalid';

interface Reason {
  /** The rule by name: an EN 16931 rule such as BR-CO-15, or a code of ours. */
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export interface Finding extends Reason {
  /** Null refuses the invoice; a flag keeps it for a person. */
  readonly flag: Flag | null;
}

export interface Verdict {
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  const flags = findings.flatMap((finding) => (finding.flag === null ? [] : [finding.flag]));
  const refused = findings.length > flags.length;
  return {
    status: refused ? 'refused' : flags.length > 0 ? 'flagged' : 'accepted',
    reasons: findings.map(({ rule, message, fix }) => ({ rule, message, fix })),
    flags: [...new Set(flags)],
  };
}

/** A finding that refuses. */
export function refusal(rule: string, message: Bilingual, fix: Bilingual): Finding {
  return { rule, message, fix, flag: null };
}

/** A finding that flags; its rule is the flag itself. */
export function flagging(flag: Flag, message: Bilingual, fix: Bilingual): Finding {
  return { rule: flag, message, fix, flag };
}
