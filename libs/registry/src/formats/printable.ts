// The font of certificates, and what it cannot print. It is read once; each paper embeds only the glyphs it uses. A
// character without a glyph is written by its code: a name that loses a character silently is another name.
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

interface LoadedFont {
  readonly bytes: Buffer;
  readonly characters: ReadonlySet<number>;
}
let loaded: LoadedFont | null = null;

/** Noto Sans SC (SIL Open Font License 1.1). */
export function certificateFont(): LoadedFont {
  if (loaded) return loaded;
  const bytes = readFileSync(
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  );
  const { characterSet } = create(bytes) as Font;
  loaded = { bytes, characters: new Set(characterSet) };
  return loaded;
}

/** The same text, with `[U+20BB7]` where the font has no glyph; line breaks and tabs become spaces. */
export function printable(text: string, characters: ReadonlySet<number>): string {
  const flat = text.normalize('NFC').replace(/\s/gu, ' ');
  return Array.from(flat, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return characters.has(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
