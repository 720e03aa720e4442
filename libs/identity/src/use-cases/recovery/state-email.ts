// A person says where they can be reached. Their address changes only when the link sent to the new one is opened.
import { Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { newId, shardOf } from '#kernel';
import { isEmail } from '#parties';
import { type Actor, Db, Events, type Tx } from '#platform';
import { errors } from '../../domain/errors';
import type { User } from '../../domain/user';
import { emailStated } from '../../identity.events';
import { Proof } from '../second-factor/proof';
import { SecondFactors } from '../second-factor/second-factors';
import { shown, type UserShown } from '../user-shown';
import { AccountLinks } from './account-links';

interface NewEmail {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator, where the person has one. */
  readonly code?: string;
}

/** @throws identity.email_malformed (422) */
export function assertEmail(email: string): string {
  const kept = email.normalize('NFKC').trim();
  if (!isEmail(kept)) throw errors.email_malformed();
  return kept;
}

@Injectable()
export class StateEmail {
  constructor(
    private readonly db: Db,
    private readonly proof: Proof,
    private readonly factors: SecondFactors,
    private readonly links: AccountLinks,
    private readonly events: Events,
  ) {}

  /** @throws identity.email_malformed, password_wrong, code_wrong (422), too_many_attempts (429) */
  async execute(actor: Actor, { email, password, code = '' }: NewEmail): Promise<UserShown> {
    const wanted = assertEmail(email);
    const proven = await this.proof.ofPassword(actor, password);
    if ((await this.factors.of(this.db.reads, proven.user)).enrolled) await this.proof.ofCode(actor, code);
    return this.db.run(async (tx) => {
      const user = await this.proof.seal(tx, proven);
      await this.state(tx, actor, user, wanted);
      return shown({ ...user, pendingEmail: wanted }, actor);
    });
  }

  /** For a transaction that does more. */
  async state(
    tx: Tx,
    by: By,
    { id: userId, version }: Pick<User, 'id' | 'version'>,
    email: string,
  ): Promise<void> {
    const id = newId<'account_link'>(shardOf(userId));
    const wish = { id, userId, userVersion: version, purpose: 'email', email, handoverHash: null } as const;
    await this.links.issue(tx, by, wish);
    await this.events.emit(tx, emailStated, [{ linkId: id, userId }]);
  }
}
