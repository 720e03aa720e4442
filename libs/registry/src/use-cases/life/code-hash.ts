// Modification codes as they are kept: 80 bits of chance cannot be found by trying, so a plain hash keeps them.
import { createHash, timingSafeEqual } from 'node:crypto';
import { codeText } from '../../domain/modification/modification-code';

/** SHA-256. */
export const codeHash = (filingId: string, code: string): Buffer =>
  createHash('sha256').update(codeText(filingId, code)).digest();

/** @param hash of the code in force; null: there is none */
export const isCode = (filingId: string, code: string, hash: Buffer | null): boolean =>
  hash !== null && timingSafeEqual(codeHash(filingId, code), hash);
