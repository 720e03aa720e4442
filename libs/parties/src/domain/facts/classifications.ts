// The Chinese classifications by which organisations are counted: industries by GB/T 4754-2017 and regions by
// GB/T 2260. Divisions and provinces are fixed tables; finer codes change yearly, so only their structure is judged.

/** Section of GB/T 4754-2017 with its first and last division. */
const SECTIONS: Readonly<Record<string, readonly [first: number, last: number]>> = Object.freeze({
  A: [1, 5],
  B: [6, 12],
  C: [13, 43],
  D: [44, 46],
  E: [47, 50],
  F: [51, 52],
  G: [53, 60],
  H: [61, 62],
  I: [63, 65],
  J: [66, 69],
  K: [70, 70],
  L: [71, 72],
  M: [73, 75],
  N: [76, 79],
  O: [80, 82],
  P: [83, 83],
  Q: [84, 85],
  R: [86, 90],
  S: [91, 96],
  T: [97, 97],
});

/** The first two digits of GB/T 2260. */
const PROVINCES: ReadonlySet<string> = new Set(
  ['11 12 13 14 15', '21 22 23', '31 32 33 34 35 36 37', '41 42 43 44 45 46', '50 51 52 53 54']
    .concat('61 62 63 64 65', '71 81 82')
    .flatMap((row) => row.split(' ')),
);

/** Section letter and two to four digits, the first two being a division of that section: C13, C139, C1391. */
export function isIndustry(code: string): boolean {
  const [, section = '', division = ''] = /^([A-T])(\d{2})\d{0,2}$/.exec(code) ?? [];
  const range = SECTIONS[section];
  return range !== undefined && Number(division) >= range[0] && Number(division) <= range[1];
}

/** Six digits: province, prefecture, county; no county without its prefecture. */
export function isRegion(code: string): boolean {
  return /^\d{6}$/.test(code) && PROVINCES.has(code.slice(0, 2)) && !/^..00(?!00)/.test(code);
}
