// A key with which one person signs for an organisation. The private half never leaves the browser that made it, so a
// lost key is not recovered: a new one is registered, and every registration takes a second person.
import { DomainError, type Id } from '#kernel';
import { confirmationErrors as errors } from './errors';

export const KEY_ALGORITHMS = ['P-256', 'Ed25519'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

export const KEY_STATES = ['proposed', 'active', 'declined', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

export const KEY_TRANSITIONS: Readonly<Record<KeyState, readonly KeyState[]>> = Object.freeze({
  proposed: ['active', 'declined', 'revoked'],
  active: ['revoked'],
  declined: [],
  revoked: [],
});

export interface SigningKey {
  readonly id: Id<'signing_key'>;
  readonly organisationId: string;
  /** Who holds the private key, and registered it. */
  readonly holderId: string;
  readonly label: string;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly state: KeyState;
  readonly registeredAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** From its approval; null before. */
  readonly validUntil: Date | null;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}

/** What is signed to show that whoever registers a key holds its private half. */
export const keyProof = (organisationId: string, holderId: string, publicKey: string) => ({
  format: 'youquan/signing-key/1',
  ...{ organisationId, holderId, publicKey },
});

export const mayDecideKey = (key: Pick<SigningKey, 'state' | 'holderId'>, userId: string): boolean =>
  key.state === 'proposed' && key.holderId !== userId;

/** @throws receivables.key_decided, receivables.key_own_approval */
export function assertMayDecideKey(key: Pick<SigningKey, 'state' | 'holderId'>, userId: string): void {
  if (key.state !== 'proposed') throw errors.key_decided({ state: key.state });
  if (key.holderId === userId) throw errors.key_own_approval();
}

export const mayRevokeKey = ({ state }: Pick<SigningKey, 'state'>): boolean =>
  KEY_TRANSITIONS[state].includes('revoked');

/** Why this person cannot sign with it for this organisation now, or undefined. */
export function keyFault(
  key: SigningKey | undefined,
  signer: { readonly userId: string; readonly organisationId: string },
  now: Date,
): DomainError | undefined {
  const isHolders = key?.organisationId === signer.organisationId && key.holderId === signer.userId;
  const isInTime = key?.validUntil !== null && key !== undefined && now < key.validUntil;
  if (isHolders && key.state === 'active' && isInTime) return undefined;
  // Of another organisation's key nothing is told.
  return errors.key_unusable({ state: isHolders ? key.state : 'unknown' });
}
