// `identifier check`: which kind of identifier it is, and whether its check digits hold.
import { checkIdentifier } from '#kernel';
import type { CommandResult } from '../output';

export function identifierCheck(codes: readonly string[]): Promise<CommandResult> {
  const lines = codes.map((code) => {
    const { type, valid, reason } = checkIdentifier(code);
    const words = reason ? `: ${reason.en}` : '';
    return {
      json: { code, type, valid, reason: reason?.en ?? null },
      text: `${code}  ${type ?? 'unknown'}  ${valid ? 'valid' : 'not valid'}${words}`,
    };
  });
  return Promise.resolve({ lines, held: lines.every(({ json }) => json.valid) });
}
