// Gathers what ranks are worked out from: the registrations on an asset or against a grantor, what was stated without being
// registered, notices, and agreements on ranks.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type InForce, StatutoryStore } from '../../data/certificates/statutory.store';
import { FilingEventStore } from '../../data/filing-event.store';
import { FilingStore } from '../../data/filing.store';
import { ClaimStore } from '../../data/claim.store';
import { type Binding, SubordinationStore } from '../../data/priority/subordination.store';
import { UnregisteredStore } from '../../data/priority/unregistered.store';
import { SearchStore } from '../../data/search.store';
import type { Filing } from '../../domain/filing';
import { microsFromText } from '../../domain/filing-time';
import { nameKey } from '../../domain/party-key';
import { claimsOf } from '../../domain/priority/filing-claims';
import type { History } from '../../domain/priority/what-if';
import type { SearchTerms } from '../../domain/search';
import { rankedStatement, type UnregisteredClaim } from '../../domain/unregistered/unregistered-claim';

export interface Gathered {
  readonly history: History;
  /** By number. */
  readonly filings: ReadonlyMap<string, Filing>;
  /** By id. */
  readonly statements: ReadonlyMap<string, UnregisteredClaim>;
  readonly agreements: readonly Binding[];
  /** By id of the filing. */
  readonly statutory: ReadonlyMap<string, InForce>;
  /** How many registrations there are, also ended ones; more than were gathered where there are too many. */
  readonly total: number;
}

const MOST = 1_000;
const NOTHING: Omit<SearchTerms, 'by'> = {
  ...{ name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null },
  ...{ includeEnded: true, includeArchived: true, exactOnly: true, at: null, after: null },
};

@Injectable()
export class RankHistory {
  constructor(
    private readonly searches: SearchStore,
    private readonly filings: FilingStore,
    private readonly events: FilingEventStore,
    private readonly statutory: StatutoryStore,
    private readonly subordinations: SubordinationStore,
    private readonly unregistered: UnregisteredStore,
    private readonly claims: ClaimStore,
  ) {}

  /** @param moments RFC 3339: registrations are read as they stand now, their maximum amounts as of `at` */
  async of(
    on: Reads,
    what: { readonly assetKey: string } | { readonly grantor: string },
    { now, at }: { readonly now: string; readonly at: string },
  ): Promise<Gathered> {
    const assetKey = 'assetKey' in what ? what.assetKey : null;
    // Ranks are worked out from all that ever was, the archive too.
    const { total, hits } = await this.searches.find(on, {
      ...soughtFor(what),
      now,
      archived: null,
      limit: MOST,
    });
    const ids = hits.map(({ id }) => id);
    const filings = [...(await this.filings.byIds(on, ids, now)).values()];
    const endings = await this.events.endings(on, ids);
    const notices =
      assetKey === null ? new Map<string, string>() : await this.unregistered.notices(on, ids, assetKey);
    const lines = assetKey === null ? null : await this.claims.assetLines(on, assetKey);
    const statements = assetKey === null ? [] : await this.unregistered.onAsset(on, assetKey, MOST);
    const maxima = await this.filings.maxima(on, ids, at);
    const agreements = await this.subordinations.binding(on, ids);
    return {
      history: {
        claims: [
          ...filings.flatMap((one) => {
            const beside = { endedAt: endings.get(one.id) ?? null, noticeArrivedAt: notices.get(one.id) };
            // One for each time at which the asset was named in it; a filing as a whole has one.
            const own = lines === null ? [null] : (lines.get(one.id) ?? []);
            return own.flatMap((line) => claimsOf(one, { ...beside, line }, maxima.get(one.id)));
          }),
          ...statements.map(rankedStatement),
        ],
        subordinations: agreements.map(({ juniorNumber, seniorNumber, from, until }) => ({
          ...{ junior: juniorNumber, senior: seniorNumber, at: microsFromText(from) },
          until: until === null ? null : microsFromText(until),
        })),
      },
      filings: new Map(filings.map((one) => [one.number, one])),
      statements: new Map(statements.map((one) => [one.id, one])),
      agreements,
      statutory: await this.statutory.inForce(on, ids),
      total,
    };
  }
}

function soughtFor(what: { readonly assetKey: string } | { readonly grantor: string }) {
  if ('assetKey' in what)
    return { terms: { ...NOTHING, by: 'asset' as const, assetKey: what.assetKey }, names: [] };
  const { grantor } = what;
  const terms = { ...NOTHING, by: 'name' as const, name: grantor };
  return { terms, names: [{ key: nameKey(grantor), score: 1, group: '' }] };
}
