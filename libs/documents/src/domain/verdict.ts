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
  | 'purchase'
  | 'no_invoice'
  | 'identifier_masked'
  | 'identifier_invalid';

interface Reason {
  /** The rule by name: an EN 16931 rule such as BR-CO-15, or a code of ours. */
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  /** The column of a table or the field of a document, where one is to blame. */
  readonly field?: string;
}

export interface Finding extends Reason {
  /** A flag keeps the invoice for a person, null refuses it, and a warning is only told. */
  readonly flag: Flag | 'warning' | null;
}

export interface Verdict {
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
}

const SOUND: Verdict = { status: 'accepted', reasons: [], flags: [] };

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return SOUND;
  const flags = findings.flatMap(({ flag }) => (flag === null || flag === 'warning' ? [] : [flag]));
  const refused = findings.some(({ flag }) => flag === null);
  return {
    status: refused ? 'refused' : flags.length > 0 ? 'flagged' : 'accepted',
    reasons: findings.map(({ flag: _, ...reason }) => reason),
    flags: [...new Set(flags)],
  };
}

/** A finding that refuses. */
export function refusal(rule: string, message: Bilingual, fix: Bilingual): Finding {
  return { rule, message, fix, flag: null };
}

/** A finding that is told and changes nothing. */
export function warning(rule: string, message: Bilingual, fix: Bilingual): Finding {
  return { rule, message, fix, flag: 'warning' };
}

/** A finding that flags; its rule is the flag itself. */
export function flagging(flag: Flag, message: Bilingual, fix: Bilingual): Finding {
  return { rule: flag, message, fix, flag };
}
