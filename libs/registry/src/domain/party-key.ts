// How names and identifiers are compared: as people mean them, not as they happened to be typed.
import type { PartyRef } from './filing';

const INVISIBLE = /\p{Cf}/gu;
const SPACE_BESIDE_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * The form under which a name is found: half and full width, case, invisible characters and the number of spaces
 * make no difference, nor do spaces beside Chinese characters. Empty when nothing of the name is left.
 */
export function nameKey(name: string): string {
  return caseless(name.normalize('NFKC').replace(INVISIBLE, ''))
    .replace(/\s+/gu, ' ')
    .replace(SPACE_BESIDE_HAN, '')
    .trim();
}

/** Upper and then lower case joins the letters that have several forms (ß and SS, ς and σ). */
function caseless(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** The form under which an identifier, an invoice number or a registration number is found. */
export function codeKey(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\p{Cf}-]/gu, '')
    .toUpperCase();
}

/** Who a party is for the registry: `USCC:...` where an identifier is known, else `NAME:...`. */
export function partyKey(party: PartyRef): string {
  const { identifierScheme, identifier, legalName } = party;
  return identifierScheme !== null && identifier !== null
    ? `${identifierScheme}:${codeKey(identifier)}`
    : `NAME:${nameKey(legalName)}`;
}

/** Those of the parties that certainly are none of `own`. */
export const othersThan = <P extends PartyRef>(parties: readonly P[], own: readonly PartyRef[]): P[] =>
  parties.filter((party) => !own.some((one) => sameParty(one, party)));

/** True when the two may be one: the same organisation, the same identifier, or the same name where one has none. */
export function sameParty(a: PartyRef, b: PartyRef): boolean {
  if (a.organisationId !== null && a.organisationId === b.organisationId) return true;
  if (partyKey(a) === partyKey(b)) return true;
  const named = a.identifier === null || b.identifier === null;
  return named && nameKey(a.legalName) === nameKey(b.legalName);
}
