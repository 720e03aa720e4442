// A person sets a new password by a one-time link. The link alone is not enough where there is an authenticator: a
// mailbox, or two administrators, never open an account without the code.
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import type { DomainError } from '#kernel';
import { Db, EVERYONE, Events, type Tx } from '#platform';
import type { EndedSession } from '../../data/session.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { type AccountLink, assertFor } from '../../domain/recovery/account-link';
import { hashOfHandover } from './handover-hash';
import { readRecoveryCode } from '../../domain/second-factor';
import type { UserWithPassword } from '../../domain/user';
import { passwordReset } from '../../identity.events';
import { EndSessions } from '../session/end-sessions';
import type { Attempt } from '../session/sign-in-brakes';
import { AccountLinks } from './account-links';
import { ResetChecks } from './reset-checks';

interface NewPassword {
  readonly token: string;
  readonly newPassword: string;
  readonly code?: string;
  readonly handoverCode?: string;
}
interface Behind {
  readonly link: AccountLink;
  readonly user: UserWithPassword;
  readonly enrolled: boolean;
}
export interface ResetShown {
  readonly login: string;
  readonly needsCode: boolean;
  readonly needsHandover: boolean;
}

const RESETS = ['reset_by_mail', 'reset_by_two'] as const;

const isHandover = ({ handoverHash }: AccountLink, typed: string): boolean => {
  const code = readRecoveryCode(typed);
  return handoverHash === null || (code !== null && timingSafeEqual(handoverHash, hashOfHandover(code)));
};

@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Db,
    private readonly checks: ResetChecks,
    private readonly users: UserStore,
    private readonly links: AccountLinks,
    private readonly ending: EndSessions,
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  /** What the link asks for. @throws identity.link_void (422) */
  async look(token: string): Promise<ResetShown> {
    const { link, user, enrolled } = await this.behind(token);
    return { login: user.login, needsCode: enrolled, needsHandover: link.handoverHash !== null };
  }

  /**
   * @throws identity.link_void, handover_wrong, code_wrong, password_too_short, password_too_long, password_guessable,
   *   password_common (422), too_many_attempts (429)
   */
  async execute({
    token,
    newPassword,
    code = '',
    handoverCode = '',
  }: NewPassword): Promise<{ login: string }> {
    const { user, enrolled } = await this.behind(token);
    const passwordHash = await this.checks.password(user, newPassword);
    const attempt: Attempt = { login: user.id, address: null, of: 'code' };
    await this.checks.charge(attempt);
    const done = await this.links.recorded(() =>
      this.db.run(async (tx) => {
        const current = await this.users.lock(tx, EVERYONE, user.id);
        const link = await this.links.opened(tx, token, RESETS);
        if (!current) throw errors.link_void();
        assertFor(link, current);
        if (!isHandover(link, handoverCode)) return errors.handover_wrong();
        if (enrolled && !(await this.checks.spends(tx, user.id, code))) return errors.code_wrong();
        await this.checks.refund(tx, attempt);
        await this.links.use(tx, link);
        return this.replace(tx, link, current, passwordHash);
      }),
    );
    if (!Array.isArray(done)) return this.refuse(done, user.id);
    this.ending.forget(done);
    return { login: user.login };
  }

  private async replace(
    tx: Tx,
    { purpose }: AccountLink,
    { id, version }: UserWithPassword,
    passwordHash: string,
  ): Promise<EndedSession[]> {
    await this.users.setPassword(tx, id, passwordHash, version + 1);
    const ended = await this.ending.ofUser(tx, THE_PLATFORM, id, {
      except: null,
      reason: 'password_changed',
    });
    await this.audit.record(tx, THE_PLATFORM, [
      {
        action: 'identity.password_reset',
        subjectType: 'user',
        subjectId: id,
        subjectVersion: version + 1,
        details: { purpose, endedSessions: ended.length },
      },
    ]);
    await this.events.emit(tx, passwordReset, [{ userId: id }]);
    return ended;
  }

  private async behind(token: string): Promise<Behind> {
    const link = await this.links.look(token, RESETS);
    return this.links.recorded(async () => {
      const user = await this.checks.person(link);
      return { link, user, enrolled: await this.checks.enrolled(user) };
    });
  }

  private async refuse(error: DomainError, userId: string): Promise<never> {
    await this.audit.recordRefusal(THE_PLATFORM, {
      action: 'identity.password_reset_refused',
      subjectType: 'user',
      details: { reason: error.code, userId },
    });
    throw error;
  }
}
