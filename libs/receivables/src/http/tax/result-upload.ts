// The one file of a multipart request; everything that can be wrong with its transport becomes a refusal.
import type { FastifyRequest } from 'fastify';
import { errors as uploads } from '../../domain/errors';
import { errors } from '../../domain/tax/errors';
import { MAX_RESULT_FILE_BYTES } from '../../formats/tax-files';

export async function resultFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw errors.tax_file_missing();
  const chunks: Buffer[] = [];
  let found = false;
  let size = 0;
  try {
    for await (const part of request.files({ limits: { files: 1 } })) {
      found = true;
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= MAX_RESULT_FILE_BYTES) chunks.push(chunk);
      }
    }
  } catch {
    throw uploads.upload_broken();
  }
  if (!found) throw errors.tax_file_missing();
  if (size > MAX_RESULT_FILE_BYTES)
    throw errors.tax_file_too_large({ limitMb: MAX_RESULT_FILE_BYTES / 1024 / 1024 });
  return Buffer.concat(chunks);
}
