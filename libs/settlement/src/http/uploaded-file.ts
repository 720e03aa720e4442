// The one file of a multipart request; everything that can be wrong with its transport becomes a refusal.
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#kernel';
import { errors } from '../domain/errors';

export async function uploadedFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw errors.file_missing();
  let found: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.files({ limits: { files: 1 } })) {
      const bytes = await part.toBuffer();
      found = { name: part.filename === '' ? 'statement' : part.filename, bytes };
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw errors.upload_broken();
  }
  if (!found) throw errors.file_missing();
  return found;
}
