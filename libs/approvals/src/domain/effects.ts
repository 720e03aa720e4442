// What a deed writes, as its own deeds in the log tell it: on which subjects, in which versions. It is tried when it is
// asked for and done when it is approved; where the two differ, somebody changed what the maker had before their eyes.

export interface Effect {
  /** `library.what_happened`. */
  readonly action: string;
  readonly subjectType: string;
  /** Null for what the deed itself made: its id is new each time. */
  readonly subjectId: string | null;
  /** Version of the subject after the deed. */
  readonly subjectVersion: number;
}

interface Written {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
}

export const effectsOf = (deeds: readonly Written[]): Effect[] =>
  deeds.map(({ action, subjectType, subjectId, subjectVersion }) => ({
    action,
    subjectType,
    subjectId: subjectVersion === 1 ? null : subjectId,
    subjectVersion,
  }));

const same = (a: Effect | undefined, b: Effect | undefined): boolean =>
  a?.action === b?.action &&
  a?.subjectType === b?.subjectType &&
  a?.subjectId === b?.subjectId &&
  a?.subjectVersion === b?.subjectVersion;

/** Actions whose subjects are not what they were when the deed was tried; none: nothing has changed. */
export function changesBetween(then: readonly Effect[], now: readonly Effect[]): string[] {
  const rows = Math.max(then.length, now.length);
  const changed = Array.from({ length: rows }, (_, index) => index).filter(
    (index) => !same(then[index], now[index]),
  );
  return [...new Set(changed.flatMap((index) => (then[index] ?? now[index])?.action ?? []))];
}
