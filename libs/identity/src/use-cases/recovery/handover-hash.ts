// What is kept of the code that the asking administrator hands over: random and long, so a plain hash does.
import { createHash } from 'node:crypto';

export const hashOfHandover = (code: string): Buffer => createHash('sha256').update(code).digest();
