// What the log keeps of a deed, version 1. The leaf is the canonical JSON of `Leaf`; persons and trade data enter it
// only as salted commitments, so the log may be shown to anyone without telling what was traded and by whom.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';
import { leafHash } from './merkle';

export const LEAF_FORMAT = 'youquan/deed/1';
export const SALT_BYTES = 32;

/** A deed as it stands in the book. */
export interface DeedRow {
  readonly id: string;
  /** RFC 3339, UTC, six decimals: the whole of what the column holds. */
  readonly at: string;
  readonly userId: string | null;
  readonly organisationId: string | null;
  readonly visibleTo: readonly string[];
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
  readonly details: unknown;
}

/** The part of a deed that the log states openly. */
export interface Leaf {
  readonly format: typeof LEAF_FORMAT;
  readonly deedId: string;
  readonly at: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
  /** Base64 of SHA-256(salt of the part | canonical JSON of the part). */
  readonly commitments: Readonly<Record<Part, string>>;
}
/** `actor`: who did it and who may see it; `details`: what was done. Each can be opened without the other. */
export type Part = 'actor' | 'details';
export const PARTS: readonly Part[] = ['actor', 'details'];

/** A commitment opened: with both, anyone can recompute it. */
export interface Opened {
  readonly value: unknown;
  /** Base64. */
  readonly salt: string;
}

const sha256 = (...parts: readonly (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Parts have salts of their own, made from the deed's: to open one tells nothing about the other. */
const saltOf = (salt: Buffer, part: Part): Buffer => sha256(salt, part);

const partOf = (deed: DeedRow, part: Part): unknown =>
  part === 'details'
    ? deed.details
    : { organisationId: deed.organisationId, userId: deed.userId, visibleTo: deed.visibleTo };

export const commitment = (salt: Buffer, value: unknown): string =>
  sha256(salt, canonicalJson(value)).toString('base64');

/** @param salt 32 random bytes that are kept with the leaf's row and never shown */
export function leafOf(deed: DeedRow, salt: Buffer): Leaf {
  const { id, at, action, subjectType, subjectId, subjectVersion } = deed;
  const commit = (part: Part) => commitment(saltOf(salt, part), partOf(deed, part));
  return {
    format: LEAF_FORMAT,
    deedId: id,
    at,
    action,
    subjectType,
    subjectId,
    subjectVersion,
    commitments: { actor: commit('actor'), details: commit('details') },
  };
}

export const hashOfLeaf = (leaf: Leaf): Buffer => leafHash(Buffer.from(canonicalJson(leaf)));

export const open = (deed: DeedRow, salt: Buffer, part: Part): Opened => ({
  value: partOf(deed, part),
  salt: saltOf(salt, part).toString('base64'),
});
