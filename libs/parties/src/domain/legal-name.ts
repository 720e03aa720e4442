// How a legal name is written down and how it is searched for: the register's spelling is kept, and the search looks
// past width, case, spaces and marks that nobody sees.

const LONGEST = 200;
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const INVISIBLE_UNLESS_SPACE = /(?!\s)[\p{Cf}\p{Cc}]/gu;

/** The name as kept: without invisible marks and outer spaces, inner spaces single. Null when empty or too long. */
export function keptName(name: string): string | null {
  if (!name.isWellFormed()) return null;
  // Marks go before spaces are joined: a mark between two spaces would otherwise leave both.
  const kept = name.replace(INVISIBLE_UNLESS_SPACE, '').replace(/\s+/gu, ' ').trim();
  const length = Array.from(kept).length;
  return length <= LONGEST && searchName(kept) !== '' ? kept : null;
}

/** The form in which names and search words meet: NFKC, lower case, letters, digits and signs without any space. */
export function searchName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replace(/\s+/gu, '');
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}
