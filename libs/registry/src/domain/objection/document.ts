// Documents that people keep: the book has their SHA-256, so that whoever shows one later shows the same.
import { errors } from './errors';

/** @throws registry.document_hash_malformed (422) */
export function requireHash(sha256: string | null): void {
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) throw errors.document_hash_malformed();
}
