// The files inside a PDF: those of its catalog's name tree (ISO 32000-1, 7.11.4) and those associated with it as a
// whole (/AF, ISO 32000-2, 14.13), where Factur-X and ZUGFeRD put the invoice. Each is named once.
import { errors } from '../../domain/errors';
import { PdfObjects } from './pdf-objects';
import type { PdfDictionary, PdfValue } from './pdf-values';

const MAX_FILES = 100;
const MAX_NODES = 10_000;

/** @throws documents.pdf_malformed, documents.pdf_encrypted, documents.pdf_too_complex */
export function embeddedFiles(bytes: Uint8Array): Uint8Array[] {
  const objects = new PdfObjects(bytes);
  const catalog = objects.catalog();
  const names = dictionaryAt(objects, catalog, 'Names');
  const specifications = [
    ...namedIn(objects, names?.entries.get('EmbeddedFiles')),
    ...itemsOf(objects, catalog.entries.get('AF')),
  ];
  const ids = new Set(specifications.flatMap((specification) => streamOf(objects, specification)));
  if (ids.size > MAX_FILES) throw errors.pdf_too_complex();
  return [...ids].flatMap((id) => objects.content(id) ?? []);
}

function dictionaryAt(objects: PdfObjects, parent: PdfDictionary, key: string): PdfDictionary | undefined {
  const value = objects.resolve(parent.entries.get(key));
  return value?.is === 'dictionary' ? value : undefined;
}

function itemsOf(objects: PdfObjects, value: PdfValue | undefined): readonly PdfValue[] {
  const resolved = objects.resolve(value);
  if (resolved?.is === 'array') return resolved.items;
  return resolved === undefined ? [] : [resolved];
}

/** The values of a name tree, breadth first; a tree that refers back to itself ends, for each node is seen once. */
function namedIn(objects: PdfObjects, tree: PdfValue | undefined): PdfValue[] {
  const found: PdfValue[] = [];
  const seen = new Set<number>();
  const nodes = tree === undefined ? [] : [tree];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.is === 'reference') {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
    }
    const dictionary = objects.resolve(node);
    if (dictionary?.is !== 'dictionary') continue;
    const names = arrayAt(objects, dictionary, 'Names');
    found.push(...names.filter((_, index) => index % 2 === 1));
    nodes.push(...arrayAt(objects, dictionary, 'Kids'));
    if (Math.max(nodes.length, found.length) > MAX_NODES) throw errors.pdf_too_complex();
  }
  return found;
}

function arrayAt(objects: PdfObjects, parent: PdfDictionary, key: string): readonly PdfValue[] {
  const value = objects.resolve(parent.entries.get(key));
  return value?.is === 'array' ? value.items : [];
}

/** The number of the stream that holds the content of a file specification. */
function streamOf(objects: PdfObjects, specification: PdfValue): number[] {
  const file = objects.resolve(specification);
  const embedded = file?.is === 'dictionary' ? dictionaryAt(objects, file, 'EF') : undefined;
  const stream = embedded?.entries.get('F') ?? embedded?.entries.get('UF');
  return stream?.is === 'reference' ? [stream.id] : [];
}
