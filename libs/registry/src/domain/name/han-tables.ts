// What the rules need to know of Chinese characters. The tables come from outside, so that the rules stay pure.

export interface HanTables {
  /** The simplified form of one character; any other character as it is. */
  readonly simplified: (character: string) => string;
  /** The usual reading of one character in Hanyu Pinyin, without its tone; null when it has none. */
  readonly syllable: (character: string) => string | null;
}
