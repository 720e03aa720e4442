// The invoice files that the play is about, in the order in which their invoices were issued.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Reading, readInvoices } from '#documents';

export interface PlayedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly readings: readonly Reading[];
}

const FOLDERS_APART = /^(README|LICENSE|expected)/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !FOLDERS_APART.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const issueDate = ({ readings }: PlayedFile) => readings[0]?.draft?.issueDate ?? '9999';

/** Files without a readable invoice come last. */
export async function playedFiles(folder: string): Promise<PlayedFile[]> {
  const files: PlayedFile[] = [];
  for (const path of filesBelow(folder)) {
    const bytes = new Uint8Array(readFileSync(path));
    files.push({ path, name: basename(path), bytes, readings: await readInvoices(bytes) });
  }
  return files.sort((a, b) => issueDate(a).localeCompare(issueDate(b)) || a.path.localeCompare(b.path));
}
