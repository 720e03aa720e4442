// A person changes their own password. Their other sessions end; the one they are using goes on.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { Organisations } from '#parties';
import { type Actor, Db, EVERYONE, type Tx } from '#platform';
import type { EndedSession } from '../data/session.store';
import { UserStore } from '../data/user.store';
import { errors } from '../domain/errors';
import { assertPassword } from '../domain/password';
import type { UserWithPassword } from '../domain/user';
import { Passwords } from './passwords';
import { EndSessions } from './session/end-sessions';
import { SignInBrakes } from './session/sign-in-brakes';
import { shown, type UserShown } from './user-shown';

interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly passwords: Passwords,
    private readonly brakes: SignInBrakes,
    private readonly ending: EndSessions,
    private readonly audit: AuditLog,
  ) {}

  /**
   * When the new password is the current one already, as after a repeated request, nothing changes.
   * @throws identity.password_too_short, password_too_long, password_guessable, password_wrong (422);
   *   too_many_attempts (429)
   */
  async execute(actor: Actor, { oldPassword, newPassword }: PasswordChange): Promise<UserShown> {
    const user = await this.users.withPassword(this.db.reads, EVERYONE, { id: actor.userId });
    if (!user) throw errors.user_not_found();
    const { legalName } = await this.organisations.require(this.db.reads, user.organisationId);
    assertPassword(newPassword, [user.login, legalName]);
    const attempt = { login: user.login, address: null };
    await this.brakes.charge(attempt);
    if (await this.passwords.matches(user.passwordHash, newPassword)) {
      await this.db.run((tx) => this.brakes.refund(tx, attempt));
      return shown(user, actor);
    }
    if (!(await this.passwords.matches(user.passwordHash, oldPassword))) return this.refuse(actor);
    const passwordHash = await this.passwords.hash(newPassword);
    const { changed, ended } = await this.db.run(async (tx) => {
      await this.assertUnchanged(tx, user);
      await this.brakes.refund(tx, attempt);
      return this.replace(tx, actor, user, passwordHash);
    });
    this.ending.forget(ended);
    return shown(changed, actor);
  }

  /** Someone may have changed it while we computed. */
  private async assertUnchanged(tx: Tx, { id, version }: UserWithPassword): Promise<void> {
    const current = await this.users.lock(tx, EVERYONE, id);
    if (current?.version !== version) throw errors.password_wrong();
  }

  private async replace(
    tx: Tx,
    actor: Actor,
    user: UserWithPassword,
    passwordHash: string,
  ): Promise<{ changed: UserWithPassword; ended: EndedSession[] }> {
    const changed = { ...user, passwordHash, version: user.version + 1 };
    await this.users.setPassword(tx, user.id, passwordHash, changed.version);
    const options = { except: actor.sessionId, reason: 'password_changed' } as const;
    const ended = await this.ending.ofUser(tx, actor, user.id, options);
    await this.audit.record(tx, actor, [
      {
        action: 'identity.password_changed',
        subjectType: 'user',
        subjectId: user.id,
        subjectVersion: changed.version,
        details: { endedSessions: ended.length },
      },
    ]);
    return { changed, ended };
  }

  private async refuse(actor: Actor): Promise<never> {
    const error = errors.password_wrong();
    await this.audit.recordRefusal(actor, {
      action: 'identity.password_change_refused',
      subjectType: 'user',
      details: { reason: error.code, userId: actor.userId },
    });
    throw error;
  }
}
