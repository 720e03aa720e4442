// A person of an organisation who may be written to or called. A contact exists only as one that the operator has
// verified by a way of its own: what a trading partner says about somebody's people never becomes one.
import type { Id } from '#kernel';
import { errors } from './errors';
import { keptName } from './legal-name';
import type { Trace } from './trace';

export const CONTACT_PURPOSES = ['confirmation', 'finance', 'legal', 'general'] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** How the operator knows: from the public register, by calling the switchboard back, by letter, in person. */
export const CONTACT_SOURCES = ['register', 'call_back', 'letter', 'in_person'] as const;
export type ContactSource = (typeof CONTACT_SOURCES)[number];

export interface ContactDetails {
  readonly name: string;
  readonly email: string;
  /** As dialled, with digits, spaces and + ( ) -. */
  readonly phone: string;
  readonly purpose: ContactPurpose;
  readonly postalAddress: string | null;
}

/** What other libraries may know. */
export interface Contact extends ContactDetails {
  readonly id: Id<'contact'>;
  readonly organisationId: string;
}

export interface VerifiedContact extends Contact {
  readonly source: ContactSource;
  readonly verifiedBy: string;
  readonly verifiedAt: Date;
  /** Null while it stands. */
  readonly retiredAt: Date | null;
  readonly version: number;
}

const EMAIL = /^[^\s@<>"(),:;\\]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u;
const PHONE = /^\+?[\d ()-]{5,30}$/;

export const isEmail = (text: string): boolean => text.length <= 200 && EMAIL.test(text);

/**
 * The details as they are kept.
 * @throws parties.contact_malformed (422)
 */
export function assertContact<Details extends ContactDetails>(wish: Details): Details {
  const name = keptName(wish.name);
  const email = wish.email.trim();
  const phone = wish.phone.normalize('NFKC').trim();
  const postalAddress = wish.postalAddress === null ? null : keptName(wish.postalAddress);
  if (name === null) throw errors.contact_malformed({ field: 'name' });
  if (!isEmail(email)) throw errors.contact_malformed({ field: 'email' });
  if (!PHONE.test(phone)) throw errors.contact_malformed({ field: 'phone' });
  if (wish.postalAddress !== null && postalAddress === null)
    throw errors.contact_malformed({ field: 'postalAddress' });
  return { ...wish, name, email, phone, postalAddress };
}

/** What a verified contact says about the hand behind its organisation. */
export function tracesOf({ email, phone, postalAddress }: ContactDetails): Trace[] {
  return [
    { kind: 'email_domain', value: email },
    { kind: 'phone', value: phone },
    ...(postalAddress === null ? [] : [{ kind: 'postal_address', value: postalAddress } as const]),
  ];
}

/** Whoever verifies is not of that organisation. @throws parties.contact_own (422) */
export function assertMayVerify(organisationId: string, by: { readonly organisationId: string }): void {
  if (organisationId === by.organisationId) throw errors.contact_own();
}
