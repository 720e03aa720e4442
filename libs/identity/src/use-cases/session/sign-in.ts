// From a login and a password to a session, or to the question for a code. An unknown login and a wrong password get
// the same answer after the same work, and every attempt is charged to the brakes first.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { Db, EVERYONE } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import type { SignInOrigin } from '../../domain/session';
import { loginKey } from '../../domain/user';
import { Passwords } from '../passwords';
import { SecondFactors } from '../second-factor/second-factors';
import { OpenSession, type SignedIn } from './open-session';
import { SignInBrakes } from './sign-in-brakes';

interface Credentials extends SignInOrigin {
  readonly login: string;
  readonly password: string;
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
    private readonly factors: SecondFactors,
  ) {}

  /**
   * @throws identity.sign_in_failed (401), suspended (403, only after the right password), too_many_attempts (429);
   *   totp_required (401) with the challenge, where the person has an authenticator: no session until the code came
   */
  async execute({ login, password, ...origin }: Credentials): Promise<SignedIn> {
    const attempt = { login: loginKey(login), address: origin.address };
    await this.brakes.chargeOrRecord(attempt, null);
    const user = await this.users.withPassword(this.db.reads, EVERYONE, { login: attempt.login });
    const matching = await this.passwords.matches(user?.passwordHash ?? null, password);
    if (!user || !matching) return this.brakes.refuse(errors.sign_in_failed(), attempt, user?.id ?? null);
    const { status } = await this.organisations.require(this.db.reads, user.organisationId);
    if (user.status !== 'active' || status !== 'active')
      return this.brakes.refuse(errors.suspended(), attempt, user.id);
    const answer = await this.db.run(async (tx) => {
      const current = await this.users.lock(tx, EVERYONE, user.id);
      // Another password, or suspended, since we looked.
      if (current?.version !== user.version) throw errors.sign_in_failed();
      await this.brakes.refund(tx, attempt);
      const { enrolled } = await this.factors.of(tx, current);
      if (enrolled) return this.factors.challenge(tx, current);
      return this.opening.signIn(tx, current, { ...origin, authenticatedBy: ['password'] });
    });
    if ('challenge' in answer) throw errors.totp_required({ ...answer });
    return answer;
  }
}
