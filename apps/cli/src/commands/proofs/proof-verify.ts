// `proof verify`: inclusion and consistency proofs in the JSON form of the transparency-dev vectors.
import { readFile } from 'node:fs/promises';
import { refuteProofFile } from '#audit/offline';
import type { CommandLine, CommandResult } from '../../output';

/** One line a file; a file that cannot be read proves nothing. */
export async function proofVerify(files: readonly string[]): Promise<CommandResult> {
  const lines: CommandLine[] = [];
  let held = true;
  for (const file of files) {
    const reason = await readFile(file, 'utf8').then(refuteProofFile, () => 'the file cannot be read');
    const valid = reason === null;
    held &&= valid;
    lines.push({
      json: { file, valid, reason },
      text: `${file}  ${valid ? 'valid' : `not valid: ${reason}`}`,
    });
  }
  return { lines, held };
}
