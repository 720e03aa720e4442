// A one-time link that is sent by mail. Whoever holds it may do one thing once: become the first user of an
// organisation that was taken on, or apply as the partner of the one that invited. The address in it was given by
// somebody else, so it is an address to write to and never more.
import type { Id } from '#kernel';
import { isEmail } from '../contact';
import { errors } from '../errors';
import { keptName } from '../legal-name';

export const INVITATION_PURPOSES = ['first_user', 'trading_partner'] as const;
export type InvitationPurpose = (typeof INVITATION_PURPOSES)[number];
export const INVITATION_STATES = ['open', 'used', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
export const INVITED_AS = ['supplier', 'core_enterprise'] as const;
export type InvitedAs = (typeof INVITED_AS)[number];

export interface Invitation {
  readonly id: Id<'invitation'>;
  readonly purpose: InvitationPurpose;
  /** Who invites; for a first user, the organisation that was taken on. */
  readonly organisationId: string;
  readonly inviteeName: string;
  readonly email: string;
  readonly invitedAs: InvitedAs | null;
  readonly state: InvitationState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly version: number;
}

export const DAYS_OPEN = 14;
const DAY_MS = 86_400_000;

export const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + DAYS_OPEN * DAY_MS);

export interface PartnerInvitation {
  readonly inviteeName: string;
  readonly email: string;
  readonly invitedAs: InvitedAs;
}

/**
 * Suppliers invite their buyers, and buyers their suppliers.
 * @throws parties.invitation_malformed, invitation_side (422)
 */
export function assertPartner(wish: PartnerInvitation, capabilities: readonly string[]): PartnerInvitation {
  const inviteeName = keptName(wish.inviteeName);
  const email = wish.email.trim();
  if (inviteeName === null || !isEmail(email)) throw errors.invitation_malformed();
  const needed = wish.invitedAs === 'supplier' ? 'core_enterprise' : 'supplier';
  if (!capabilities.includes(needed)) throw errors.invitation_side();
  return { inviteeName, email, invitedAs: wish.invitedAs };
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
/** The edge to the post; it may fail, and is then asked again. */
export interface JoiningMail {
  /** Where people open the web app, without a slash at the end. */
  readonly siteUrl: string;
  send(mail: Mail): Promise<void>;
}
export const JOINING_MAIL = Symbol('JoiningMail');

const PATHS: Readonly<Record<InvitationPurpose, string>> = { first_user: 'join', trading_partner: 'apply' };

/** The secret stands behind #, so that it reaches no server's log. */
export function invitationMail(
  { email: to, purpose, expiresAt }: Invitation,
  organisationName: string,
  link: { readonly siteUrl: string; readonly token: string },
): Mail {
  const address = `${link.siteUrl}/${PATHS[purpose]}#${link.token}`;
  const until = expiresAt.toISOString().slice(0, 10);
  const first = purpose === 'first_user';
  const zh = first
    ? `${organisationName}已获准入驻右券，请设置首位用户。`
    : `${organisationName}邀请贵方入驻右券。`;
  const en = first
    ? `${organisationName} has been admitted to Youquan. Please set up its first user.`
    : `${organisationName} invites you to join Youquan.`;
  const once = `链接仅可使用一次，${until}前有效。 The link works once, until ${until}.`;
  return {
    to,
    subject: `右券 Youquan: ${organisationName}`,
    text: [zh, en, '', address, '', once].join('\n'),
  };
}

/** One sentence for a link that is unknown, used, revoked or too old: a guesser learns nothing. @throws parties.invitation_void (422) */
export function assertUsable(
  invitation: Invitation | undefined,
  purpose: InvitationPurpose,
  now: Date,
): Invitation {
  if (invitation?.purpose !== purpose || invitation.state !== 'open' || now >= invitation.expiresAt)
    throw errors.invitation_void();
  return invitation;
}
