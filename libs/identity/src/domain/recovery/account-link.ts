// One-time links to an account: one verifies an address, the others let a person set a new password. A link to a new
// password is for the person as they were when it was made: after any change of them it opens nothing.
import { errors } from '../errors';

export const LINK_PURPOSES = ['email', 'reset_by_mail', 'reset_by_two'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];
export type ResetPurpose = Exclude<LinkPurpose, 'email'>;

export interface AccountLink {
  readonly id: string;
  readonly userId: string;
  /** The version of the user for whom it was made. */
  readonly userVersion: number;
  readonly purpose: LinkPurpose;
  /** Where it was sent; null: two people handed it over. */
  readonly email: string | null;
  /** Of the code that the asking administrator hands over, apart from the link. */
  readonly handoverHash: Buffer | null;
  readonly state: 'open' | 'used' | 'replaced';
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const MINUTE_MS = 60_000;
const LIFE_MINUTES: Readonly<Record<LinkPurpose, number>> = Object.freeze({
  email: 3 * 24 * 60,
  reset_by_mail: 30,
  reset_by_two: 24 * 60,
});

export const expiryOf = (purpose: LinkPurpose, createdAt: Date): Date =>
  new Date(createdAt.getTime() + LIFE_MINUTES[purpose] * MINUTE_MS);

/** One sentence for all that is wrong with a link: a guesser learns nothing. @throws identity.link_void (422) */
export function assertOpen(
  link: AccountLink | undefined,
  purposes: readonly LinkPurpose[],
  now: Date,
): AccountLink {
  if (!link || !purposes.includes(link.purpose) || link.state !== 'open' || now >= link.expiresAt)
    throw errors.link_void();
  return link;
}

/** @throws identity.link_void (422) when the person has changed since */
export function assertFor(
  link: AccountLink,
  user: { readonly status: string; readonly version: number },
): void {
  if (user.status !== 'active' || user.version !== link.userVersion) throw errors.link_void();
}
