// Whether a leaf is what its deed makes it.
import type { WalkedLeaf } from '../data/log-verify.store';
import { hashOfLeaf, leafOf } from '../domain/leaf';

/** Null when it is. */
export function badLeaf({ deed, salt, hash }: WalkedLeaf): string | null {
  if (!deed) return 'its deed is missing';
  return hashOfLeaf(leafOf(deed, salt)).equals(hash) ? null : 'the deed or its leaf was changed';
}
