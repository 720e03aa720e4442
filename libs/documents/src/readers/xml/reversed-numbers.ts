// The remark of a red-letter invoice names the blue one that it reverses.

/** An older invoice is named by code and number, a fully digital one by its number alone. */
const REVERSED =
  /(?:被红冲蓝字|对应正数|原蓝字)[^0-9]{0,30}(?:\d{10}(?:\d{2})?[^0-9]{1,10})?(\d{20}|\d{8})(?!\d)/gu;

export function reversedNumbers(notes: readonly string[]): string[] {
  return notes.flatMap((note) =>
    [...note.matchAll(REVERSED)].flatMap(([, number]) => (number === undefined ? [] : [number])),
  );
}
