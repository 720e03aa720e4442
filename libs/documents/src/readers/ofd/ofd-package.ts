// The parts of an OFD (GB/T 33190-2016), which is a zip of XML files that refer to each other by path.
import { DomainError } from '#kernel';
import { type XmlElement } from '#platform/xml';
import { errors } from '../../domain/errors';
import { decodeXml } from '../decode-text';
import type { Archive } from '../zip/archive';
import { parseInvoiceXml } from '../xml/parse-xml';

export const OFD_ENTRY = 'OFD.xml';
const MAX_OFD_MB = 64;

export class OfdPackage {
  private constructor(private readonly parts: ReadonlyMap<string, Uint8Array>) {}

  /**
   * Unpacks every part, so that each is looked at for what it must not carry.
   * @throws documents.zip_too_large, and what is wrong with the archive
   */
  static async of(archive: Archive): Promise<OfdPackage> {
    if (archive.size > MAX_OFD_MB * 1_048_576) throw errors.zip_too_large({ limitMb: MAX_OFD_MB });
    const parts = new Map<string, Uint8Array>();
    for (const entry of archive.entries) {
      const content = await archive.content(entry);
      const path = resolvePath('', entry.name);
      if (!parts.has(path)) parts.set(path, content);
    }
    return new OfdPackage(parts);
  }

  part(path: string): Uint8Array | undefined {
    return this.parts.get(path);
  }

  /** @throws documents.ofd_malformed; the refusals of the XML guard */
  xml(path: string): XmlElement {
    const bytes = this.parts.get(path);
    if (bytes === undefined) throw errors.ofd_malformed({ part: path.slice(0, 100) });
    return parseInvoiceXml(decodeXml(bytes));
  }

  /** The same, or undefined for a part that is missing or damaged: pages and tags only add to what is known. */
  maybeXml(path: string): XmlElement | undefined {
    try {
      return this.xml(path);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return undefined;
    }
  }
}

/** A location as another part writes it: from the root when it begins with a slash, else beside that part. */
export function resolvePath(fromPart: string, location: string): string {
  const base = location.startsWith('/') ? [] : fromPart.split('/').slice(0, -1);
  const steps: string[] = [];
  for (const step of [...base, ...location.split('/')]) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
