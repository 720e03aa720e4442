// Whoever holds the one-time link of an organisation that was taken on becomes its first user, with the roles that its
// people may hold. The link opens once; one that opens nothing is written down.
import { Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { DomainError } from '#kernel';
import { Invitations, Organisations } from '#parties';
import { Db } from '#platform';
import { firstRoles } from '../../domain/first-roles';
import { NewUsers } from '../people/new-users';

interface FirstUser {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}
export interface Joined {
  readonly login: string;
  readonly organisationName: string;
}

@Injectable()
export class AcceptFirstUser {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly invitations: Invitations,
    private readonly users: NewUsers,
    private readonly audit: AuditLog,
  ) {}

  /** Whose first user the link makes. @throws parties.invitation_void (422) */
  async look(token: string): Promise<{ readonly organisationName: string; readonly inviteeName: string }> {
    const { organisationId, inviteeName } = await this.usable(token);
    const { legalName } = await this.organisations.require(this.db.reads, organisationId);
    return { organisationName: legalName, inviteeName };
  }

  /**
   * @throws parties.invitation_void (422); identity.login_malformed, name_malformed, roles_missing, password_too_short,
   *   password_too_long, password_guessable (422), login_taken (409)
   */
  async execute({ token, ...wish }: FirstUser): Promise<Joined> {
    const { organisationId, email } = await this.usable(token);
    const organisation = await this.organisations.require(this.db.reads, organisationId);
    const roles = firstRoles(organisation.capabilities);
    const prepared = await this.users.prepare(organisation, { ...wish, email, roles });
    return this.db.run(async (tx) => {
      await this.invitations.use(tx, token, 'first_user', THE_PLATFORM);
      const { login } = await this.users.add(tx, THE_PLATFORM, organisationId, prepared);
      return { login, organisationName: organisation.legalName };
    });
  }

  private async usable(token: string) {
    try {
      return await this.invitations.read(token, 'first_user');
    } catch (error) {
      if (error instanceof DomainError)
        await this.audit.recordRefusal(THE_PLATFORM, {
          action: 'identity.joining_refused',
          subjectType: 'invitation',
          details: { reason: error.code },
        });
      throw error;
    }
  }
}
