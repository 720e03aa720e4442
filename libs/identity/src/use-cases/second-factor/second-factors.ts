// What stands between a right password and a session: whether a person has a second factor, whether they must, and
// the short pause in which its code is awaited.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, todayOf } from '#kernel';
import { CLOCK, EVERYONE, Parameters, type Reads, type Tx } from '#platform';
import { AuthenticatorStore } from '../../data/authenticator.store';
import { ChallengeStore } from '../../data/challenge.store';
import { CHALLENGE_MS, mustHaveSecondFactor } from '../../domain/second-factor';
import type { User } from '../../domain/user';
import { hashOfToken } from '../session/token';
import { totpOfWeightyRoles } from './parameters';

export interface SecondFactorShown {
  readonly enrolled: boolean;
  readonly required: boolean;
  readonly recoveryCodesLeft: number;
}

@Injectable()
export class SecondFactors {
  constructor(
    private readonly authenticators: AuthenticatorStore,
    private readonly challenges: ChallengeStore,
    private readonly parameters: Parameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(
    on: Reads,
    { id, roles }: { readonly id: string; readonly roles: readonly string[] },
  ): Promise<SecondFactorShown> {
    const state = await this.authenticators.stateOf(on, EVERYONE, id);
    const weight = await this.parameters.integerAt(on, totpOfWeightyRoles, todayOf(this.clock));
    const required = mustHaveSecondFactor(roles, {
      ofWeightyRoles: weight > 0,
      ofOrganisation: state?.ofOrganisation ?? false,
    });
    return {
      enrolled: state?.enrolled ?? false,
      required,
      recoveryCodesLeft: state?.recoveryCodesLeft ?? 0,
    };
  }

  /** The client keeps the challenge and brings it back with the code. */
  async challenge(
    tx: Tx,
    { id, version }: Pick<User, 'id' | 'version'>,
  ): Promise<{ challenge: string; expiresAt: string }> {
    const challenge = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    const awaited = { tokenHash: hashOfToken(challenge), userId: id, userVersion: version, expiresAt };
    await this.challenges.add(tx, awaited);
    return { challenge, expiresAt: expiresAt.toISOString() };
  }
}
