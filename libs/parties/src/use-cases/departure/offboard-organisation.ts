// An organisation leaves, for good: its rows stay, its people cannot sign in, its accounts are in force for nothing.
// It is refused while business of its own is open.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Actor, type Command, Once, type Tx } from '#platform';
import { BankAccountStore } from '../../data/bank-account.store';
import { OrganisationStore } from '../../data/organisation.store';
import { assertNothingOpen } from '../../domain/departure/departure';
import { errors } from '../../domain/errors';
import { assertTransition, type Organisation } from '../../domain/organisation';
import { type OrganisationShown, shown } from '../organisations.queries';
import { DepartureObstacles } from './departure-obstacles';

@Injectable()
export class OffboardOrganisation {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly accounts: BankAccountStore,
    private readonly obstacles: DepartureObstacles,
    private readonly audit: AuditLog,
  ) {}

  /** @throws parties.organisation_not_found (404), own_organisation (422), status_unchanged, business_open (409) */
  async execute(
    command: Command,
    id: string,
    { reason }: { readonly reason: string },
  ): Promise<OrganisationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => shown(await this.leave(tx, actor, id, reason), actor));
  }

  /** The deed itself, under the lock on the organisation that whoever makes deals takes too. Errors as above. */
  async leave(tx: Tx, actor: Actor, id: string, reason: string): Promise<Organisation> {
    const found = await this.organisations.lock(tx, actor.scope, id);
    if (!found) throw errors.organisation_not_found();
    if (id === actor.organisationId) throw errors.own_organisation();
    assertTransition(found.status, 'left');
    assertNothingOpen(await this.obstacles.of(tx, id));
    const left = { ...found, status: 'left' as const, version: found.version + 1 };
    await this.organisations.setStatus(tx, id, left.status, left.version);
    await this.accounts.endForce(tx, { organisationId: id });
    await this.audit.record(tx, actor, [
      {
        action: 'parties.organisation_left',
        subjectType: 'organisation',
        subjectId: id,
        subjectVersion: left.version,
        details: { reason },
        visibleTo: [id],
      },
    ]);
    return left;
  }
}
