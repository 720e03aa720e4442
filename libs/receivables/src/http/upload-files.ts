// The files of a multipart request, one after the other; everything that can be wrong with their transport becomes a
// refusal that says what to do.
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#kernel';
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES } from '#platform';
import { errors } from '../domain/errors';
import type { IncomingFile } from '../use-cases/receive-upload';

const MEGABYTE = 1024 * 1024;
/** All files of one upload together. */
const MAX_TOTAL_BYTES = 128 * MEGABYTE;

export async function* uploadedFiles(request: FastifyRequest): AsyncGenerator<IncomingFile> {
  if (!request.isMultipart()) throw errors.upload_not_multipart();
  let total = 0;
  try {
    for await (const part of request.files()) {
      const bytes = await part.toBuffer();
      total += bytes.length;
      if (total > MAX_TOTAL_BYTES) throw errors.upload_too_large({ limitMb: MAX_TOTAL_BYTES / MEGABYTE });
      yield { name: part.filename, bytes };
    }
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the parser itself objects to. */
const REFUSALS: Readonly<Record<string, () => DomainError>> = {
  FST_REQ_FILE_TOO_LARGE: () => errors.file_too_large({ limitMb: MAX_UPLOAD_BYTES / MEGABYTE }),
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
