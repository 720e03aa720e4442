// The name of an uploaded file as it may be stored and sent back: a name, never a path, and nothing invisible in it.
/** In characters; each may take two UTF-16 units, and the column holds 200 characters. */
const LONGEST = 100;
const NAMELESS = 'file';

/** Controls, invisible and direction-changing characters, and what file systems or headers take for syntax. */
const UNWANTED = /[\p{C}"<>|?*:]/gu;

export function safeFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = last.normalize('NFC').replace(UNWANTED, '').trim();
  const short = Array.from(name).slice(-LONGEST).join('');
  return /^\.*$/.test(short) ? NAMELESS : short;
}

/** Content-Disposition of a download (RFC 6266), with a name for old clients and the true one in UTF-8. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|[%\\"]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
