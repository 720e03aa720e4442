// An archive of invoice files: each entry has its own outcomes, named by the entry. An archive inside may hold files,
// but no further archive.
import { DomainError } from '#kernel';
import { errors, findingOf } from '../../domain/errors';
import { unreadable, type Reading } from '../../domain/reading';
import type { Archive } from './archive';

/** What operating systems leave in archives for themselves. */
const NOT_A_DOCUMENT = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/iu;

export type ReadEntry = (bytes: Uint8Array) => AsyncIterable<Reading>;

/** @throws documents.zip_empty; everything else is the outcome of an entry */
export async function* readZip(archive: Archive, readEntry: ReadEntry): AsyncGenerator<Reading> {
  const documents = archive.entries.filter(({ name }) => !NOT_A_DOCUMENT.test(name));
  if (documents.length === 0) throw errors.zip_empty();
  for (const document of documents) {
    const { name } = document;
    try {
      for await (const reading of readEntry(await archive.content(document))) {
        yield { ...reading, entry: reading.entry === null ? name : `${name}/${reading.entry}` };
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      yield { ...unreadable(findingOf(error)), entry: name };
    }
  }
}
