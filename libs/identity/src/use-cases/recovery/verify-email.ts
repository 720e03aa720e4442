// The link that was sent to an address is opened: the address is the person's, and its domain a trace of their
// organisation.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { Traces } from '#parties';
import { CLOCK, Db, EVERYONE } from '#platform';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { AccountLinks } from './account-links';

@Injectable()
export class VerifyEmail {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly links: AccountLinks,
    private readonly traces: Traces,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.link_void (422) */
  async execute(token: string): Promise<{ readonly email: string }> {
    const { userId } = await this.links.look(token, ['email']);
    return this.links.recorded(() =>
      this.db.run(async (tx) => {
        const user = await this.users.lock(tx, EVERYONE, userId);
        const link = await this.links.opened(tx, token, ['email']);
        const { email } = link;
        if (user?.status !== 'active' || email === null) throw errors.link_void();
        const [version, now] = [user.version + 1, this.clock.now()];
        await this.links.use(tx, link);
        await this.users.setEmail(tx, userId, email, now, version);
        await this.traces.seen(tx, user.organisationId, [{ kind: 'email_domain', value: email }], now);
        await this.audit.record(tx, THE_PLATFORM, [
          {
            action: 'identity.email_verified',
            subjectType: 'user',
            subjectId: userId,
            subjectVersion: version,
            details: { first: (user.email ?? null) === null },
          },
        ]);
        return { email };
      }),
    );
  }
}
