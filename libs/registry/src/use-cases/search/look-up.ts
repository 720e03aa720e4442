// Looks filings up as anybody may: by name with those like it, by code, by number. A search puts what it finds on a
// certificate; a draft is tried by it before it is filed.
import { Injectable } from '@nestjs/common';
import { dateOf, invariant } from '#kernel';
import type { Reads } from '#platform';
import { StatutoryStore } from '../../data/certificates/statutory.store';
import { FilingStore } from '../../data/filing.store';
import { ObjectionStore } from '../../data/objections/objection.store';
import { type Hit, SearchStore, type SoughtName } from '../../data/search.store';
import { archivedUntil } from '../../domain/archive';
import type { MatchClass } from '../../domain/name/name-match';
import { nameKey } from '../../domain/party-key';
import { CODE_RULES, cursorOf, type MatchRule, type SearchTerms } from '../../domain/search';
import { type FilingAnswer, filingAnswer } from '../filing-answer';
import { FilingParameters } from '../filing-parameters';
import { LINES_IN_LISTS } from '../filings.queries';
import { FindNames, type FoundName } from './find-names';

export interface SearchHit {
  readonly class: MatchClass;
  readonly rule: MatchRule;
  /** 0 to 1, two decimals; 1 for an exact hit. */
  readonly score: number;
  /** By name: the name under which it was found. */
  readonly matchedName: string | null;
  readonly filing: FilingAnswer;
}
/** A name that was not counted as a hit, for whoever searches to judge. */
export interface NearMiss {
  readonly legalName: string;
  readonly score: number;
}
export interface LookedUp {
  /** Exact ones first, in the order of filing; then similar ones by score and name. */
  readonly hits: readonly SearchHit[];
  /** How many there are, on this certificate and on those that continue it. */
  readonly hitCount: number;
  /** False when there are more hits than this certificate holds. */
  readonly complete: boolean;
  /** What to search `after` for the hits that follow; null when there are none. */
  readonly next: string | null;
  /** The closest of the names that just miss. */
  readonly nearMisses: readonly NearMiss[];
  readonly nearMissCount: number;
}
interface Names {
  readonly sought: readonly SoughtName[];
  readonly byKey: ReadonlyMap<string, FoundName>;
  readonly nearMisses: readonly FoundName[];
}

const MAX_HITS = 500;
const MAX_NEAR_MISSES = 20;

@Injectable()
export class LookUp {
  constructor(
    private readonly searches: SearchStore,
    private readonly findNames: FindNames,
    private readonly filings: FilingStore,
    private readonly statutory: StatutoryStore,
    private readonly objections: ObjectionStore,
    private readonly parameters: FilingParameters,
  ) {}

  /** @param now RFC 3339, six decimals: live filings are those of this moment, unless the terms name another */
  async execute(on: Reads, terms: SearchTerms, now: string): Promise<LookedUp> {
    const names = await this.names(on, terms);
    const archived = terms.includeArchived === true ? null : await this.archived(on, terms.at ?? now);
    const sought = { terms, names: names.sought, now, archived, limit: MAX_HITS + 1 };
    const { total, hits } = await this.searches.find(on, sought);
    const shown = hits.slice(0, MAX_HITS);
    const last = hits.length > shown.length ? shown.at(-1) : undefined;
    return {
      hits: await this.hits(on, shown, terms, { names: names.byKey, now }),
      hitCount: total,
      complete: shown.length === total,
      next: last ? cursorOf(last) : null,
      nearMisses: names.nearMisses
        .slice(0, MAX_NEAR_MISSES)
        .map(({ legalName, score }) => ({ legalName, score })),
      nearMissCount: names.nearMisses.length,
    };
  }

  private async archived(on: Reads, moment: string): Promise<string> {
    const { archiveAfterDays } = await this.parameters.on(on, dateOf(new Date(moment)));
    return archivedUntil(moment, archiveAfterDays);
  }

  /** The name as it was asked for is always looked for; those like it as the rules find them. */
  private async names(on: Reads, { by, name, exactOnly }: SearchTerms): Promise<Names> {
    if (by !== 'name' || name === null) return { sought: [], byKey: new Map(), nearMisses: [] };
    const { found, nearMisses } = await this.findNames.execute(on, name);
    const key = nameKey(name);
    const own: FoundName = {
      class: 'exact',
      rule: 'grantor_name_exact',
      score: 1,
      nameKey: key,
      legalName: name,
    };
    const wanted = found.filter((one) => one.nameKey !== key && (!exactOnly || one.class === 'exact'));
    const byKey = new Map([own, ...wanted].map((one) => [one.nameKey, one]));
    return {
      sought: [...byKey.values()].map((one): SoughtName => ({
        key: one.nameKey,
        score: one.score,
        group: one.class === 'exact' ? '' : one.nameKey,
      })),
      byKey,
      nearMisses: exactOnly ? [] : nearMisses,
    };
  }

  private async hits(
    on: Reads,
    page: readonly Hit[],
    terms: SearchTerms,
    { names, now }: { readonly names: Names['byKey']; readonly now: string },
  ): Promise<SearchHit[]> {
    const ids = page.map(({ id }) => id);
    const filings = await this.filings.byIds(on, ids, terms.at ?? now, LINES_IN_LISTS);
    const stamps = await this.statutory.inForce(on, ids);
    const objections = await this.objections.standing(on, ids, terms.at ?? now);
    return page.flatMap(({ id, key }): SearchHit[] => {
      const filing = filings.get(id);
      if (!filing) return [];
      const view = filingAnswer(filing, stamps.get(id), objections.get(id));
      if (terms.by !== 'name')
        return [{ class: 'exact', rule: CODE_RULES[terms.by], score: 1, matchedName: null, filing: view }];
      const name = names.get(key);
      invariant(name, 'a filing is found by a name that was sought');
      const grantor = filing.grantors.find(({ legalName }) => nameKey(legalName) === key);
      const matchedName = grantor?.legalName ?? name.legalName;
      return [{ class: name.class, rule: name.rule, score: name.score, matchedName, filing: view }];
    });
  }
}
