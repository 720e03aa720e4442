// The operator retires a contact who has left or cannot be reached any more; the row stays.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { ContactStore } from '../../data/contact.store';
import { assertMayVerify } from '../../domain/contact';
import { errors } from '../../domain/errors';
import { type ContactShown, contactShown } from './contacts.queries';

@Injectable()
export class RetireContact {
  constructor(
    private readonly once: Once,
    private readonly contacts: ContactStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.contact_not_found (404), contact_own (422), contact_retired (409) */
  async execute(
    command: Command,
    id: string,
    { reason }: { readonly reason: string },
  ): Promise<ContactShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.contacts.lock(tx, actor.scope, id);
      if (!found) throw errors.contact_not_found();
      assertMayVerify(found.organisationId, actor);
      if (found.retiredAt !== null) throw errors.contact_retired();
      const retired = { ...found, retiredAt: this.clock.now(), version: found.version + 1 };
      await this.contacts.retire(tx, retired, retired.retiredAt);
      await this.audit.record(tx, actor, [
        {
          action: 'parties.contact_retired',
          subjectType: 'contact',
          subjectId: id,
          subjectVersion: retired.version,
          details: { organisationId: found.organisationId, reason },
          visibleTo: [found.organisationId],
        },
      ]);
      return contactShown(retired, actor);
    });
  }
}
