// An organisation asks a second factor of all its people, or no longer does.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newId, shardOf } from '#kernel';
import { type Command, Once } from '#platform';
import { AuthenticatorStore } from '../../data/authenticator.store';

interface Rule {
  readonly required: boolean;
}

@Injectable()
export class RequireSecondFactor {
  constructor(
    private readonly once: Once,
    private readonly authenticators: AuthenticatorStore,
    private readonly audit: AuditLog,
  ) {}

  /** For the caller's own organisation. People without an authenticator may do nothing but set one up. */
  async execute(command: Command, { required }: Rule): Promise<Rule> {
    const { actor } = command;
    const { organisationId } = actor;
    return this.once.run(command, async (tx) => {
      const id = newId<'organisation_rule'>(shardOf(organisationId));
      const rule = await this.authenticators.setRule(tx, id, organisationId, required);
      if (rule)
        await this.audit.record(tx, actor, [
          {
            action: required ? 'identity.second_factor_required' : 'identity.second_factor_left_open',
            subjectType: 'organisation_rule',
            subjectId: rule.id,
            subjectVersion: rule.version,
            details: { organisationId },
          },
        ]);
      return { required };
    });
  }
}
