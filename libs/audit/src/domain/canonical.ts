// What of a stranger's JSON can be walked at all; its canonical text is the kernel's.

/** False for what nests too deep to be walked; to be asked before anything of a stranger is. */
export const nestsWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((item) => nestsWithin(item, levels - 1)));
