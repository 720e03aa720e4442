// How a command answers: lines for people or JSON for machines, and whether what was asked holds.
import { once } from 'node:events';

export interface CommandLine {
  readonly json: object;
  readonly text: string;
}
export interface CommandResult {
  readonly lines: Iterable<CommandLine> | AsyncIterable<CommandLine>;
  /** Asked after the last line, for answers that are found on the way. */
  readonly held: boolean;
}

/** What was asked cannot be done as asked; the message says what to write instead. */
export class UsageError extends Error {}

/** Waits for a slow reader, so that a long answer is neither lost nor kept in memory. */
export async function print(lines: CommandResult['lines'], json: boolean): Promise<void> {
  for await (const line of lines) {
    const text = json ? JSON.stringify(line.json) : line.text;
    if (text !== '' && !process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
  }
}
