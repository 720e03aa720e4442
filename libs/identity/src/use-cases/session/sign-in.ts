// From a login and a password to a session. An unknown login and a wrong password get the same answer after the
// same work, and every attempt is charged to the brakes first.
import { Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { DomainError } from '#kernel';
import { Organisations } from '#parties';
import { Db, EVERYONE } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { permissionsOf } from '../../domain/permissions';
import type { SignInOrigin } from '../../domain/session';
import { loginKey, type User } from '../../domain/user';
import { Passwords } from '../passwords';
import { shown, type UserShown } from '../users.queries';
import { OpenSession } from './open-session';
import { type Attempt, SignInBrakes } from './sign-in-brakes';

interface Credentials extends SignInOrigin {
  readonly login: string;
  readonly password: string;
}
interface SignedIn {
  readonly token: string;
  readonly expiresAt: string;
  readonly lifetimeSeconds: number;
  readonly user: UserShown;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly brakes: SignInBrakes,
    private readonly opening: OpenSession,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws identity.sign_in_failed (401), suspended (403, only after the right password), too_many_attempts (429)
   */
  async execute({ login, password, ...origin }: Credentials): Promise<SignedIn> {
    const attempt = { login: loginKey(login), address: origin.address };
    await this.charge(attempt);
    const user = await this.users.withPassword(this.db.reads, EVERYONE, { login: attempt.login });
    const matching = await this.passwords.matches(user?.passwordHash ?? null, password);
    if (!user || !matching) return this.refuse(errors.sign_in_failed(), attempt, user);
    const { status } = await this.organisations.require(this.db.reads, user.organisationId);
    if (user.status !== 'active' || status !== 'active')
      return this.refuse(errors.suspended(), attempt, user);
    return this.db.run(async (tx) => {
      const current = await this.users.lock(tx, EVERYONE, user.id);
      // Another password, or suspended, since we looked.
      if (current?.version !== user.version) throw errors.sign_in_failed();
      await this.brakes.refund(tx, attempt);
      const { token, expiresAt, lifetimeSeconds } = await this.opening.open(tx, current, {
        ...origin,
        authenticatedBy: ['password'],
      });
      const viewer = { userId: user.id, permissions: permissionsOf(user.roles) };
      return { token, lifetimeSeconds, expiresAt: expiresAt.toISOString(), user: shown(current, viewer) };
    });
  }

  private async charge(attempt: Attempt): Promise<void> {
    try {
      await this.brakes.charge(attempt);
    } catch (error) {
      if (error instanceof DomainError) return this.refuse(error, attempt, undefined);
      throw error;
    }
  }

  /** A login that nobody has is not written down: it may well be a password in the wrong field. */
  private async refuse(error: DomainError, { address }: Attempt, user: User | undefined): Promise<never> {
    await this.audit.recordRefusal(THE_PLATFORM, {
      action: 'identity.sign_in_refused',
      subjectType: 'sign_in',
      details: { reason: error.code, userId: user?.id ?? null, login: user?.login ?? null, address },
    });
    throw error;
  }
}
