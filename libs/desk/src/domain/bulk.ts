// Many registrations in one call, each with a reference of the caller: what is known by its reference already is not filed
// again, and what is wrong with one leaves the others alone.
import { DomainError } from '#kernel';
import { errors } from './errors';

/** What a reference of an organisation leads to. */
export interface UsedReference {
  readonly filingId: string;
  readonly number: string;
  /** Of the content it came with; null when it came in a file. */
  readonly contentHash: string | null;
}
export interface BulkEntry {
  readonly reference: string;
  readonly contentHash: string;
}
/** Null where the registration is to be judged further. */
export type BulkRepetition = { readonly before: UsedReference } | { readonly refused: DomainError } | null;

/** By place: each reference stands for one registration, in the call and for ever. */
export function repetitionsOf(
  entries: readonly BulkEntry[],
  used: ReadonlyMap<string, UsedReference>,
): BulkRepetition[] {
  const seen = new Set<string>();
  return entries.map(({ reference, contentHash }) => {
    const isTwice = seen.has(reference);
    seen.add(reference);
    if (isTwice) return { refused: errors.reference_twice({ reference }) };
    const before = used.get(reference);
    if (!before) return null;
    if (before.contentHash === contentHash) return { before };
    return { refused: errors.reference_used({ reference, number: before.number }) };
  });
}
