// How account numbers stand in ISO 20022: an IBAN as such, any other number, as in China, as another identification.
import { xml, type XmlNode } from './xml-writer';

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Check digits of ISO 13616: the number with its first four characters behind it, letters as 10 to 35, mod 97 is 1. */
export function isIban(account: string): boolean {
  if (!IBAN.test(account)) return false;
  const moved = account.slice(4) + account.slice(0, 4);
  const digits = Array.from(moved, (character) => parseInt(character, 36));
  return digits.reduce((rest, value) => (rest * (value > 9 ? 100 : 10) + value) % 97, 0) === 1;
}

export function accountNode(name: string, account: string, currency: string | null = null): XmlNode {
  const id = isIban(account) ? xml('IBAN', account) : xml('Othr', [xml('Id', account)]);
  return xml(name, [xml('Id', [id]), currency === null ? null : xml('Ccy', currency)]);
}
