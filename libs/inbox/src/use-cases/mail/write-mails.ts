// Writes the mails about inboxes: every minute what came since and is wanted at once, and on the morning of each working day
// what waits. A mail bundles what concerns one person, however much came, and each run is one transaction: its mails and
// the mark up to which it went are stored together, so nothing is mailed twice.
import { Injectable } from '@nestjs/common';
import { People } from '#identity';
import { newId, shardFor, todayOf } from '#kernel';
import { Calendars, Db, Every, EVERYONE, type Tx } from '#platform';
import { BundleStore } from '../../data/mail/bundle.store';
import { type MailRow, MailStore, type RunCadence } from '../../data/mail/mail.store';
import { WishStore } from '../../data/mail/wish.store';
import { type Bundle, letterOf } from '../../domain/mail/letter';
import { USUAL_WISH } from '../../domain/mail/wish';
import { MailPost } from './mail-post';

/** An entry gets its id a moment before others can see it, so what is younger waits for the next minute. */
const SETTLED_MS = 10_000;
const MOST_ENTRIES = 50_000;

@Injectable()
export class WriteMails {
  constructor(
    private readonly db: Db,
    private readonly bundles: BundleStore,
    private readonly mails: MailStore,
    private readonly wishes: WishStore,
    private readonly people: People,
    private readonly post: MailPost,
    private readonly calendars: Calendars,
  ) {}

  @Every('inbox.mail-at-once', '* * * * *')
  async atOnce(): Promise<void> {
    await this.db.run(async (tx) => {
      const run = await this.mails.lockRun(tx, 'at_once');
      if (!run) return;
      const before = new Date(this.post.clock.now().getTime() - SETTLED_MS);
      const wanted = { after: run.through, before, most: MOST_ENTRIES };
      const fresh = await this.bundles.fresh(tx, EVERYONE, wanted);
      if (fresh.length === 0) return;
      const through = fresh.reduce((last, one) => (one.through > last ? one.through : last), run.through);
      const bundles = fresh.filter(({ isWanted }) => isWanted);
      await this.write(tx, { cadence: 'at_once', through, bundles });
      await this.mails.moveRun(tx, 'at_once', { ...run, through });
    });
  }

  /** Twice on one day writes once. */
  @Every('inbox.mail-daily', '30 8 * * *')
  async daily(): Promise<void> {
    await this.db.run(async (tx) => {
      const ranOn = todayOf(this.post.clock);
      if (!(await this.calendars.current(tx)).day(ranOn).working) return;
      const run = await this.mails.lockRun(tx, 'daily');
      if (!run || run.ranOn === ranOn) return;
      const bundles = await this.bundles.standing(tx, EVERYONE, run.through);
      const through = (await this.bundles.newest(tx)) ?? run.through;
      await this.write(tx, { cadence: 'daily', through, bundles });
      await this.mails.moveRun(tx, 'daily', { through, ranOn });
    });
  }

  private async write(
    tx: Tx,
    { cadence, through, bundles }: { cadence: RunCadence; through: string; bundles: readonly Bundle[] },
  ): Promise<void> {
    const organisations = [...new Set(bundles.map(({ organisationId }) => organisationId))];
    const reachable = await this.people.reachable(tx, organisations);
    const wishes = await this.wishes.ofAll(
      tx,
      reachable.map(({ userId }) => userId),
    );
    const of = byOrganisation(bundles);
    const written = reachable.flatMap((person): MailRow[] => {
      const { userId, organisationId } = person;
      const wish = wishes.get(userId) ?? USUAL_WISH;
      const letter = letterOf(of.get(organisationId) ?? [], person, {
        wish,
        cadence,
        siteUrl: this.post.siteUrl,
      });
      if (!letter) return [];
      const { language, entries, subject, text } = letter;
      const about = { userId, organisationId, cadence, through, language, entries, subject, body: text };
      return [{ ...about, id: newId(shardFor(organisationId)), writtenAt: this.post.clock.now() }];
    });
    await this.post.put(tx, written);
  }
}

function byOrganisation(bundles: readonly Bundle[]): Map<string, Bundle[]> {
  const groups = new Map<string, Bundle[]>();
  for (const one of bundles) groups.set(one.organisationId, [...(groups.get(one.organisationId) ?? []), one]);
  return groups;
}
