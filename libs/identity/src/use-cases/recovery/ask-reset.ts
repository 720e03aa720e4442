// Somebody forgot a password. Known and unknown logins get the same answer after the same work: what differs happens
// later, in the job that writes the mail.
import { Injectable } from '@nestjs/common';
import { newId, shardOf } from '#kernel';
import { Db, EVERYONE, Events } from '#platform';
import { UserStore } from '../../data/user.store';
import { loginKey } from '../../domain/user';
import { resetAsked } from '../../identity.events';
import { SignInBrakes } from '../session/sign-in-brakes';

interface Asked {
  readonly login: string;
  readonly address: string | null;
}

@Injectable()
export class AskReset {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly brakes: SignInBrakes,
    private readonly events: Events,
  ) {}

  /** @throws identity.too_many_attempts (429), for unknown logins alike */
  async execute({ login, address }: Asked): Promise<void> {
    const key = loginKey(login);
    await this.brakes.chargeOrRecord({ login: key, address, of: 'reset' }, null);
    const found = await this.users.withPassword(this.db.reads, EVERYONE, { login: key });
    const userId = found?.id ?? newId<'user'>(0);
    const linkId = newId<'account_link'>(shardOf(userId));
    await this.db.run((tx) => this.events.emit(tx, resetAsked, [{ linkId, userId }]));
  }
}
