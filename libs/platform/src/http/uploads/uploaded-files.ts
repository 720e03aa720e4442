// The files of a multipart request, one after the other; everything that can be wrong with their transport becomes a
// refusal that says what to do.
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#kernel';
import { MAX_UPLOAD_FILES } from '../edge';
import { uploadErrors as errors } from './upload-errors';

const MEGABYTE = 1024 * 1024;
/** A table goes to disk as it arrives, so it may be long; what is no table is refused by its reader far below this. */
const MAX_BYTES = 1024 * MEGABYTE;

/** The pieces of one file, counted together with those before it. */
async function* pieces(
  file: AsyncIterable<Uint8Array>,
  count: (bytes: number) => number,
): AsyncGenerator<Uint8Array> {
  for await (const piece of file) {
    if (count(piece.length) > MAX_BYTES) throw errors.upload_too_large({ limitMb: MAX_BYTES / MEGABYTE });
    yield piece;
  }
}

/** A file as it comes, or one that is at hand already. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

interface ArrivingFile extends IncomingFile {
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Each is to be read to its end before the next one comes. */
export async function* uploadedFiles(
  request: FastifyRequest,
  { maxBytes = MAX_BYTES }: { readonly maxBytes?: number } = {},
): AsyncGenerator<ArrivingFile> {
  if (!request.isMultipart()) throw errors.upload_not_multipart();
  let total = 0;
  try {
    for await (const part of request.files({ limits: { fileSize: maxBytes } }))
      yield { name: part.filename, bytes: broughtBy(pieces(part.file, (bytes) => (total += bytes))) };
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What breaks off while a file is written is refused like what breaks off between two. */
async function* broughtBy(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the parser itself objects to. */
const REFUSALS: Readonly<Record<string, () => DomainError>> = {
  FST_REQ_FILE_TOO_LARGE: () => errors.file_too_large({ limitMb: MAX_BYTES / MEGABYTE }),
  FST_FILES_LIMIT: () => errors.too_many_files({ limit: MAX_UPLOAD_FILES }),
  FST_PARTS_LIMIT: () => errors.too_many_files({ limit: MAX_UPLOAD_FILES }),
  FST_FIELDS_LIMIT: () => errors.upload_field(),
};

/** An error without one of its codes means that the body is cut off or malformed. */
function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const refusal = REFUSALS[(error as { code?: string }).code ?? ''];
  return refusal?.() ?? errors.upload_broken();
}

/**
 * The one file of a request, whole and in memory.
 * @throws platform.upload_not_one where there is none or more, platform.upload_too_large, and the others from above
 */
export async function uploadedFile(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  let found: { name: string; bytes: Buffer } | null = null;
  for await (const { name, bytes } of uploadedFiles(request)) {
    if (found) throw errors.upload_not_one();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw errors.upload_too_large({ limitMb: maxBytes / MEGABYTE });
      chunks.push(chunk);
    }
    found = { name, bytes: Buffer.concat(chunks) };
  }
  if (!found) throw errors.upload_not_one();
  return found;
}
