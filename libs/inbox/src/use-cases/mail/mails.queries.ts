// What a person wishes to be mailed, and for the operator how the mails fared: never an address, never what they say.
import { Injectable } from '@nestjs/common';
import { People } from '#identity';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf } from '#platform';
import { type KeptMailRow, type MailFilter, MailStore } from '../../data/mail/mail.store';
import { WishStore } from '../../data/mail/wish.store';
import type { MailWish } from '../../domain/mail/wish';

export interface MailShown extends Pick<
  KeptMailRow,
  'id' | 'organisationId' | 'cadence' | 'language' | 'entries' | 'state' | 'tries' | 'lastError'
> {
  readonly personName: string;
  readonly organisationName: string;
  readonly writtenAt: string;
  readonly sentAt: string | null;
  readonly actions: readonly 'send_again'[];
}
export interface WishShown extends MailWish {
  /** Whether the person has a verified address; without one nothing is mailed. */
  readonly isReachable: boolean;
}

@Injectable()
export class MailQueries {
  constructor(
    private readonly db: Db,
    private readonly mails: MailStore,
    private readonly wishes: WishStore,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  async wish({ userId, organisationId }: Actor): Promise<WishShown> {
    const { cadences, language } = await this.wishes.of(this.db.reads, userId);
    const reachable = await this.people.reachable(this.db.reads, [organisationId], [userId]);
    return { cadences, language, isReachable: reachable.length > 0 };
  }

  async page(actor: Actor, filter: MailFilter): Promise<Page<MailShown>> {
    const rows = await this.mails.page(this.db.reads, actor.scope, filter);
    const { items, next } = pageOf(rows, filter);
    return { items: await this.shown(items), next };
  }

  async shown(rows: readonly KeptMailRow[]): Promise<MailShown[]> {
    const names = await this.people.names(
      this.db.reads,
      rows.map(({ userId }) => userId),
    );
    const organisations = await this.organisations.byIds(
      this.db.reads,
      rows.map(({ organisationId }) => organisationId),
    );
    return rows.map((row) => {
      const { id, userId, organisationId, cadence, language, entries, state, tries, lastError } = row;
      return {
        ...{ id, organisationId, cadence, language, entries, state, tries, lastError },
        personName: names.get(userId) ?? '',
        organisationName: organisations.get(organisationId)?.legalName ?? '',
        writtenAt: row.writtenAt.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
        actions: state === 'failed' ? ['send_again'] : [],
      };
    });
  }
}
