// The life of a registration: what befell it, in order, and what it said at any moment, line by line.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { AmendmentStore, type StoredEvent } from '../../data/life/amendment.store';
import { errors } from '../../domain/errors';
import type { CollateralItem, FilingState, PartyRef } from '../../domain/filing';
import { instantText, microsOf } from '../../domain/filing-time';
import type { FilingContent, Numbered } from '../../domain/history/content';

export interface FilingHistory {
  readonly number: string;
  readonly filedAt: string;
  readonly filedByOrganisationId: string;
  /** The moment of which the rest speaks. */
  readonly at: string;
  readonly state: FilingState;
  readonly version: number;
  readonly grantors: readonly Numbered<PartyRef>[];
  readonly securedParties: readonly Numbered<PartyRef>[];
  readonly collateral: readonly (Numbered<CollateralItem> & { readonly since: string })[];
  readonly maximumAmount: FilingContent['maximumAmount'];
  readonly events: readonly StoredEvent[];
}

@Injectable()
export class FilingHistoryQueries {
  constructor(
    private readonly db: Db,
    private readonly filings: FilingStore,
    private readonly amendments: AmendmentStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asked RFC 3339; null is now
   * @throws registry.filing_not_found also when it is another's, or was not filed by then; registry.moment_ahead (422)
   */
  async history(actor: Actor, id: string, asked: string | null): Promise<FilingHistory> {
    const on = this.db.reads;
    const now = this.clock.now();
    if (asked !== null && Date.parse(asked) > now.getTime()) throw errors.moment_ahead();
    // Events of the same moment may be a few microseconds ahead of the clock.
    const at = asked ?? instantText(microsOf(now) + 1_000_000n);
    const visible = await this.filings.visible(on, actor.scope, [id]);
    const filing = (await this.filings.byIds(on, visible, at)).get(id);
    if (!filing || filing.filedAt > at) throw errors.filing_not_found({ id });
    const { content, since } = await this.amendments.content(on, id, at, filing.maximumAmount);
    return {
      ...content,
      ...{ number: filing.number, filedAt: filing.filedAt, state: filing.state, version: filing.version },
      filedByOrganisationId: filing.filedBy.organisationId,
      at: asked ?? instantText(microsOf(now)),
      collateral: content.collateral.map((line) => ({
        ...line,
        since: since.get(line.no) ?? filing.filedAt,
      })),
      events: await this.amendments.events(on, id, at),
    };
  }
}
