// The second step of signing in: the challenge that a right password earned, and a code. Wrong codes are charged to the
// person, so a thief of the password does not get through the million codes.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, EVERYONE } from '#platform';
import { type Challenge, ChallengeStore } from '../../data/challenge.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { isTokenShaped, type SignInOrigin } from '../../domain/session';
import { Authenticators } from '../second-factor/authenticators';
import { OpenSession, type SignedIn } from './open-session';
import { type Attempt, SignInBrakes } from './sign-in-brakes';
import { hashOfToken } from './token';

interface Answer extends SignInOrigin {
  readonly challenge: string;
  readonly code: string;
}

@Injectable()
export class FinishSignIn {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly challenges: ChallengeStore,
    private readonly authenticators: Authenticators,
    private readonly brakes: SignInBrakes,
    private readonly opening: OpenSession,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.challenge_over, code_refused (401), too_many_attempts (429) */
  async execute({ challenge, code, ...origin }: Answer): Promise<SignedIn> {
    const awaited = await this.awaited(challenge);
    if (!awaited) throw errors.challenge_over();
    const { userId } = awaited;
    const attempt: Attempt = { login: userId, address: origin.address, of: 'code' };
    await this.brakes.chargeOrRecord(attempt, userId);
    const signedIn = await this.db.run(async (tx) => {
      const user = await this.users.lock(tx, EVERYONE, userId);
      if (user?.version !== awaited.userVersion || user.status !== 'active') throw errors.challenge_over();
      const method = await this.authenticators.spend(tx, userId, code);
      if (!method) return null;
      if (!(await this.challenges.take(tx, awaited.tokenHash))) throw errors.challenge_over();
      await this.brakes.refund(tx, attempt);
      return this.opening.signIn(tx, user, { ...origin, authenticatedBy: ['password', 'totp'], method });
    });
    return signedIn ?? this.brakes.refuse(errors.code_refused(), attempt, userId);
  }

  private async awaited(challenge: string): Promise<Challenge | undefined> {
    if (!isTokenShaped(challenge)) return undefined;
    const found = await this.challenges.byTokenHash(this.db.reads, EVERYONE, hashOfToken(challenge));
    return found && this.clock.now() < found.expiresAt ? found : undefined;
  }
}
