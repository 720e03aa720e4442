// A reading as the JSON line of `statement check`: messages in English, amounts as signed decimal strings.
import type { StatementHead, StatementReading } from '../domain/statement';

export interface StatementCheckEntry {
  readonly date: string;
  readonly valueDate: string | null;
  readonly amount: string;
  readonly reference: string | null;
  readonly counterparty: string | null;
  readonly text: string | null;
}

export interface StatementCheckLine {
  readonly file: string;
  readonly status: 'read' | 'refused';
  /** Why it was refused; of a read one, what could not be proved. `line` counts from 1. */
  readonly reasons: readonly {
    readonly rule: string;
    readonly message: string;
    readonly line: number | null;
  }[];
  readonly account: string | null;
  readonly currency: string | null;
  readonly openingBalance: string | null;
  readonly closingBalance: string | null;
  readonly entries: readonly StatementCheckEntry[] | null;
}

function lineHead(
  head: StatementHead | null,
): Omit<StatementCheckLine, 'file' | 'status' | 'reasons' | 'entries'> {
  return {
    account: head?.account ?? null,
    currency: head?.currency ?? null,
    openingBalance: head?.openingBalance?.amount ?? null,
    closingBalance: head?.closingBalance?.amount ?? null,
  };
}

/** `file` is printed as given. */
export function statementCheckLine(file: string, reading: StatementReading): StatementCheckLine {
  const statement = reading.status === 'read' ? reading.statement : null;
  const entries = statement?.entries.map((entry) => ({
    date: entry.date,
    valueDate: entry.valueDate,
    amount: entry.amount,
    reference: entry.reference,
    counterparty: entry.counterpartyName,
    text: entry.text,
  }));
  return {
    file,
    status: reading.status,
    reasons: reading.reasons.map(({ rule, message, line }) => ({ rule, message: message.en, line })),
    ...lineHead(reading.status === 'read' ? reading.statement : reading.head),
    entries: entries ?? null,
  };
}
