// The forms in which identifiers are kept and compared. A resident's number is kept as a keyed hash and a mask: it is
// found by whoever gives the whole of it, and read by nobody.
import { Injectable } from '@nestjs/common';
import { maskedResidentId } from '#kernel';
import { type Identifier, identifierKey, isResidentId, type KeyedIdentifier } from '../../domain/identifier';
import { PersonalKey } from './personal-key';

@Injectable()
export class IdentifierKeys {
  constructor(private readonly key: PersonalKey) {}

  /** Of identifiers that were judged before. */
  async keyed(identifiers: readonly Identifier[]): Promise<KeyedIdentifier[]> {
    return Promise.all(
      identifiers.map(async ({ scheme, value }) =>
        scheme === 'RESIDENT_ID'
          ? { scheme, value: maskedResidentId(value), key: await this.residentKey(value) }
          : { scheme, value, key: identifierKey(value) },
      ),
    );
  }

  /** The keys under which a text may be somebody's identifier; none for a text without letters and digits. */
  async keysOf(value: string): Promise<string[]> {
    const key = identifierKey(value);
    if (key === '') return [];
    return isResidentId(value) ? [key, await this.residentKey(key)] : [key];
  }

  /** Of the network address that something came from. */
  async sourceOf(address: string): Promise<Buffer> {
    return this.key.hash('source', address);
  }

  private async residentKey(value: string): Promise<string> {
    return `RESIDENT:${(await this.key.hash('resident_id', value)).toString('hex')}`;
  }
}
