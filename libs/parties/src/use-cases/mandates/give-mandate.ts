// A supplier lets another organisation, which it names by one of its numbers, bring its invoices. The principal is the
// giver's own organisation and nobody else's, so a mandate cannot be made by the one whom it favours.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { MandateStore } from '../../data/mandates/mandate.store';
import { errors } from '../../domain/errors';
import { errors as mandateErrors } from '../../domain/mandates/errors';
import { assertMandate, type Mandate, type MandateTerms } from '../../domain/mandates/mandate';
import { Organisations } from '../organisations';
import { MandateQueries, type MandateShown } from './mandates.queries';

export interface MandateWish extends Omit<MandateTerms, 'validTo'> {
  /** A number of the organisation that is to act. */
  readonly agent: string;
  readonly validTo?: MandateTerms['validTo'];
}

@Injectable()
export class GiveMandate {
  constructor(
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly mandates: MandateStore,
    private readonly queries: MandateQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.partner_unknown, mandate_side, mandate_misdated (422), mandate_known (409) */
  async execute(command: Command, { agent, validTo = null, ...wish }: MandateWish): Promise<MandateShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const principal = await this.organisations.require(tx, actor.organisationId);
      const other = (await this.organisations.byIdentifierValues(tx, [agent])).get(agent);
      if (!other) throw errors.partner_unknown();
      const givenAt = this.clock.now();
      const mandate: Mandate = {
        ...assertMandate({ ...wish, validTo }, principal, other, dateOf(givenAt)),
        ...{ id: newId(shardOf(principal.id)), principalId: principal.id, agentId: other.id },
        ...{ state: 'offered', givenBy: actor.userId, givenAt, reason: null, version: 1 },
        ...{ answeredBy: null, answeredAt: null, endedBy: null, enderOrganisationId: null, endedAt: null },
      };
      if (!(await this.mandates.add(tx, mandate))) throw mandateErrors.mandate_known();
      const { principalId, agentId, kinds, validFrom } = mandate;
      await this.audit.record(tx, actor, [
        {
          action: 'parties.mandate_given',
          subjectType: 'mandate',
          subjectId: mandate.id,
          subjectVersion: 1,
          details: { principalId, agentId, kinds, validFrom, validTo },
          visibleTo: [agentId],
        },
      ]);
      return this.queries.one(tx, actor, mandate);
    });
  }
}
