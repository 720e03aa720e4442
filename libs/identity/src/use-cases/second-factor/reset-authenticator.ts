// Somebody who lost phone and recovery codes: another takes the second factor away, with a reason. All sessions end; the
// password alone opens the next one, and where a second factor is demanded it leads to a new one.
import { Injectable } from '@nestjs/common';
import { type Command, Db, Once } from '#platform';
import { AuthenticatorStore } from '../../data/authenticator.store';
import type { EndedSession } from '../../data/session.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { shown, type UserShown } from '../user-shown';
import { KeyChanges } from './key-changes';

@Injectable()
export class ResetAuthenticator {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly users: UserStore,
    private readonly authenticators: AuthenticatorStore,
    private readonly changes: KeyChanges,
  ) {}

  /** @throws identity.user_not_found (404), own_user (422), totp_not_enrolled (409) */
  async execute(command: Command, id: string, reason: string): Promise<UserShown> {
    const { actor } = command;
    let ended: EndedSession[] = [];
    const view = await this.once.run(command, async (tx) => {
      const found = await this.users.lock(tx, actor.scope, id);
      if (!found) throw errors.user_not_found();
      if (id === actor.userId) throw errors.own_user();
      if (!(await this.authenticators.lock(tx, id))?.confirmedAt) throw errors.totp_not_enrolled();
      await this.authenticators.remove(tx, id);
      const change = { action: 'identity.totp_reset', reason: 'second_factor_changed' } as const;
      ended = await this.changes.record(tx, actor, id, { ...change, except: null, details: { reason } });
      return shown({ ...found, version: found.version + 1 }, actor);
    });
    this.changes.forget(ended);
    return view;
  }
}
