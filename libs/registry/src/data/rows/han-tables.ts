// Chinese characters as two kept packages know them: simplified forms by OpenCC, readings by pinyin-pro. Each
// character is looked up once.
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { HanTables } from '../../domain/name/han-tables';
import { isHan } from '../../domain/name/name-tokens';

const simplify = Converter({ from: 't', to: 'cn' });

function remembered<T>(work: (character: string) => T): (character: string) => T {
  const known = new Map<string, T>();
  return (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const made = work(character);
    known.set(character, made);
    return made;
  };
}

/** Without regard to the neighbours, so that a character is the same wherever it stands. */
export const hanTables: HanTables = {
  simplified: remembered((character) => (isHan(character) ? simplify(character) : character)),
  syllable: remembered((character) =>
    isHan(character) ? pinyin(character, { toneType: 'none', v: true }) : null,
  ),
};
