// A person asks for a second factor and gets a secret for the program on their phone; it counts after a first code.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { Authenticators } from './authenticators';
import { Proof } from './proof';

@Injectable()
export class BeginEnrolment {
  constructor(
    private readonly db: Db,
    private readonly proof: Proof,
    private readonly authenticators: Authenticators,
  ) {}

  /** @throws identity.password_wrong (422), totp_enrolled (409), too_many_attempts (429) */
  async execute(actor: Actor, password: string): Promise<{ secret: string; address: string }> {
    const proven = await this.proof.ofPassword(actor, password);
    return this.db.run(async (tx) => {
      const { id, login } = await this.proof.seal(tx, proven);
      return this.authenticators.propose(tx, id, login);
    });
  }
}
