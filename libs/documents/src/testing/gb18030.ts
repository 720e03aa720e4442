// Text as GB18030 bytes for the specs; the platform decodes this encoding and does not write it.
let bytesOf: ReadonlyMap<string, readonly [number, number]> | null = null;

function twoByteCharacters(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') found.set(character, [lead, trail]);
    }
  }
  return found;
}

/** For ASCII and characters that have two bytes there, as all common Chinese ones. */
export function gb18030(text: string): Buffer {
  bytesOf ??= twoByteCharacters();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = bytesOf.get(character);
    if (pair !== undefined) bytes.push(...pair);
    else if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else throw new Error(`not in the two-byte part of GB18030: ${character}`);
  }
  return Buffer.from(bytes);
}
