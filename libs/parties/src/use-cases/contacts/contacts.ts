// What other libraries ask about people to write to: only those whom the operator has verified. They hold the
// organisation's id from rows they were allowed to read, so there is no scope here.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { ContactStore } from '../../data/contact.store';
import type { Contact } from '../../domain/contact';

@Injectable()
export class Contacts {
  constructor(private readonly contacts: ContactStore) {}

  /** The newest first. */
  async verified(on: Reads, organisationId: string): Promise<readonly Contact[]> {
    const rows = await this.contacts.standing(on, EVERYONE, organisationId);
    return rows.map(({ id, name, email, phone, purpose, postalAddress }) => ({
      ...{ id, organisationId, name, email, phone, purpose, postalAddress },
    }));
  }
}
