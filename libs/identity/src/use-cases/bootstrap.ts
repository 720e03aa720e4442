// The very first operator organisation and its user, on an empty platform: without them nobody could sign in to
// onboard anybody. The platform itself is the one who acts.
import { Inject, Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { type Identifier, OnboardOrganisation, Organisations } from '#parties';
import { CLOCK, Db } from '#platform';
import { UserStore } from '../data/user.store';
import { errors } from '../domain/errors';
import { type NewUser, NewUsers } from './people/new-users';

interface FirstOperator {
  readonly organisation: { readonly legalName: string; readonly identifiers: readonly Identifier[] };
  readonly user: Omit<NewUser, 'organisationId' | 'roles'>;
}
interface FirstIds {
  readonly organisationId: string;
  readonly userId: string;
}

const CAPABILITIES = ['operator'] as const;
const ROLES = ['operator'] as const;

@Injectable()
export class Bootstrap {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly onboarding: OnboardOrganisation,
    private readonly creation: NewUsers,
    private readonly users: UserStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.already_begun (409) when any organisation exists; what onboarding and NewUsers refuse */
  async execute({ organisation, user }: FirstOperator): Promise<FirstIds> {
    const { legalName, identifiers } = organisation;
    const wish = { ...user, roles: ROLES };
    const prepared = await this.creation.prepare({ legalName, capabilities: CAPABILITIES }, wish);
    return this.db.run(async (tx) => {
      if (await this.organisations.any(tx)) throw errors.already_begun();
      const onboarding = { legalName, identifiers, capabilities: CAPABILITIES };
      const { id: organisationId } = await this.onboarding.onboard(tx, THE_PLATFORM, onboarding);
      const { id: userId } = await this.creation.add(tx, THE_PLATFORM, organisationId, prepared);
      // Two at once both saw an empty platform; the second waits here for the first and is refused.
      if (!(await this.users.claimFirst(tx, userId, this.clock.now()))) throw errors.already_begun();
      return { organisationId, userId };
    });
  }
}
