// Tokens are 32 random bytes in base64url. They are their own secret: a fast hash of one cannot be searched.
import { createHash } from 'node:crypto';

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
