// One-time links to an account: who makes one, gives it a secret and looks behind it. The database has only the hash.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By, THE_PLATFORM } from '#audit';
import { type Clock, DomainError } from '#kernel';
import { CLOCK, Db, type Tx } from '#platform';
import { AccountLinkStore } from '../../data/recovery/account-link.store';
import { type AccountLink, assertOpen, expiryOf, type LinkPurpose } from '../../domain/recovery/account-link';
import { hashOfToken } from '../session/token';

type NewLink = Pick<AccountLink, 'id' | 'userId' | 'userVersion' | 'purpose' | 'email' | 'handoverHash'>;

@Injectable()
export class AccountLinks {
  constructor(
    private readonly db: Db,
    private readonly store: AccountLinkStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the place of an open one of the same purpose. Asked again for the same id it does nothing. */
  async issue(tx: Tx, by: By, wish: NewLink): Promise<void> {
    const createdAt = this.clock.now();
    const { id, userId, purpose } = wish;
    const link: AccountLink = { ...wish, state: 'open', createdAt, expiresAt: expiryOf(purpose, createdAt) };
    if (!(await this.store.add(tx, link))) return;
    await this.audit.record(tx, by, [
      {
        action: 'identity.account_link_issued',
        subjectType: 'account_link',
        subjectId: id,
        subjectVersion: 1,
        details: { purpose, userId },
      },
    ]);
  }

  /** Makes the secret, 43 characters; an earlier one opens nothing any more. Null: there is nothing to open. */
  async secretOf(tx: Tx, id: string): Promise<{ readonly token: string; readonly link: AccountLink } | null> {
    const token = randomBytes(32).toString('base64url');
    const link = await this.store.setToken(tx, id, hashOfToken(token));
    return link ? { token, link } : null;
  }

  /** Looks without using; a link that opens nothing is written down. @throws identity.link_void (422) */
  async look(token: string, purposes: readonly LinkPurpose[]): Promise<AccountLink> {
    return this.recorded(() => this.db.run((tx) => this.opened(tx, token, purposes)));
  }

  /** Locks it. @throws identity.link_void (422) */
  async opened(tx: Tx, token: string, purposes: readonly LinkPurpose[]): Promise<AccountLink> {
    return assertOpen(await this.store.lockByToken(tx, hashOfToken(token)), purposes, this.clock.now());
  }

  async use(tx: Tx, { id }: AccountLink): Promise<void> {
    await this.store.use(tx, id, this.clock.now());
  }

  /** Refusals of this work stay in the book. */
  async recorded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError)
        await this.audit.recordRefusal(THE_PLATFORM, {
          action: 'identity.link_refused',
          subjectType: 'account_link',
          details: { reason: error.code },
        });
      throw error;
    }
  }
}
