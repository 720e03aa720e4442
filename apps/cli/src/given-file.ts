// A JSON file that somebody hands in to be checked: read, or the reason why it cannot be.
import { readFile } from 'node:fs/promises';

export async function readGiven(file: string): Promise<{ content: unknown } | { reason: string }> {
  try {
    return { content: JSON.parse(await readFile(file, 'utf8')) as unknown };
  } catch (error) {
    const unread = (error as NodeJS.ErrnoException).code !== undefined;
    return { reason: unread ? 'the file cannot be read' : 'the file is not JSON' };
  }
}
