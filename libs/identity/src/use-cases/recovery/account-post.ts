// Writes the mails about accounts, from jobs: the secrets of links are made here and known to the mail alone.
import { Inject, Injectable, Optional } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { JOINING_MAIL, type JoiningMail, Organisations } from '#parties';
import { Db, EVERYONE } from '#platform';
import { UserStore } from '../../data/user.store';
import {
  addressChangingMail,
  passwordSetMail,
  resetMail,
  verificationMail,
} from '../../domain/recovery/account-mails';
import { AccountLinks } from './account-links';

interface Named {
  readonly linkId: string;
  readonly userId: string;
}

@Injectable()
export class AccountPost {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly organisations: Organisations,
    private readonly links: AccountLinks,
    @Optional() @Inject(JOINING_MAIL) private readonly mail: JoiningMail | null,
  ) {}

  /** To the new address the link, to the verified one before it a warning. */
  async verification({ linkId, userId }: Named): Promise<void> {
    const { mail } = this;
    const secret = mail ? await this.db.run((tx) => this.links.secretOf(tx, linkId)) : null;
    if (!mail || !secret || secret.link.email === null) return;
    await mail.send(verificationMail(secret.link.email, { siteUrl: mail.siteUrl, token: secret.token }));
    const before = (await this.users.byId(this.db.reads, EVERYONE, userId))?.email ?? null;
    if (before !== null && before !== secret.link.email) await mail.send(addressChangingMail(before));
  }

  /** Only to an address that was verified, of a person who may sign in. */
  async reset({ linkId, userId }: Named): Promise<void> {
    const { mail } = this;
    if (!mail) return;
    const secret = await this.db.run(async (tx) => {
      const user = await this.users.lock(tx, EVERYONE, userId);
      if (user?.status !== 'active' || !user.email) return null;
      if ((await this.organisations.require(tx, user.organisationId)).status !== 'active') return null;
      const wish = { id: linkId, userId, userVersion: user.version, email: user.email, handoverHash: null };
      await this.links.issue(tx, THE_PLATFORM, { ...wish, purpose: 'reset_by_mail' });
      return this.links.secretOf(tx, linkId);
    });
    if (!secret || secret.link.email === null) return;
    await mail.send(resetMail(secret.link.email, { siteUrl: mail.siteUrl, token: secret.token }));
  }

  async told(userId: string): Promise<void> {
    const email = (await this.users.byId(this.db.reads, EVERYONE, userId))?.email ?? null;
    if (email !== null) await this.mail?.send(passwordSetMail(email));
  }
}
