// Deeds: the table of deeds says whom each asks and tells; what is asked is called by the number of its invoice.
import { Injectable } from '@nestjs/common';
import { deedFollowed, followDeeds } from '#audit';
import { Organisations } from '#parties';
import { Db, EVERYONE, On, type Payload } from '#platform';
import { Receivables } from '#receivables';
import type { EntryWish } from '../domain/entry';
import { isNews, newsOf } from '../domain/news/deed-news';
import { type DeedDone, detail, type Wish } from '../domain/news/news';
import { Entries } from '../use-cases/entries';

followDeeds(isNews);

@Injectable()
export class WhenDeedDone {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly receivables: Receivables,
    private readonly entries: Entries,
  ) {}

  @On(deedFollowed)
  async handle({ deedId: id, details, ...fact }: Payload<typeof deedFollowed.fields>): Promise<void> {
    const deed = { ...fact, id, details: JSON.parse(details) as DeedDone['details'] };
    const { wishes, endings } = newsOf(deed);
    const label = await this.labelOf(deed);
    const named = await this.forSomebody(wishes);
    await this.entries.takeDeed(
      id,
      named.map((wish) => ({ label, ...wish })),
      endings,
    );
  }

  private async forSomebody(wishes: readonly Wish[]): Promise<EntryWish[]> {
    const operators = wishes.some(({ organisationId }) => organisationId === null)
      ? await this.organisations.operators(this.db.reads)
      : [];
    return wishes.flatMap((wish) =>
      (wish.organisationId === null ? operators : [wish.organisationId]).map((organisationId) => ({
        ...wish,
        organisationId,
      })),
    );
  }

  private async labelOf(deed: DeedDone): Promise<string | null> {
    const id = detail('receivableId')(deed);
    if (id === '') return null;
    const [receivable] = await this.receivables.byIds(this.db.reads, EVERYONE, [id]);
    return receivable?.invoiceNumber ?? null;
  }
}
