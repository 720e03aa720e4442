// The passwords that attackers try first, from the dictionary of zxcvbn-ts, which is made from published breaches. It is
// in the package, so nobody is asked over a network about a password.
import { dictionary } from '@zxcvbn-ts/language-common';

let known: ReadonlySet<string> | undefined;

/** @param lowerCase the password without blanks, in lower case */
export function isCommonPassword(lowerCase: string): boolean {
  known ??= new Set(dictionary['passwords-common'].map(String));
  return known.has(lowerCase);
}
