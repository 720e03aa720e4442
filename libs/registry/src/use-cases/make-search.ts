// Searches the register and records the search: what was asked, when, and what was found, as a certificate.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, type Id, newId, shardFor, todayOf } from '#kernel';
import { CLOCK, type Command, hashOf, Once, type Tx } from '#platform';
import { FilingStore } from '../data/filing.store';
import { NumberBlocks } from '../data/number-blocks';
import { SearchStore } from '../data/search.store';
import { errors } from '../domain/errors';
import type { Standing } from '../domain/filing';
import { registryNumber } from '../domain/filing-number';
import { instantText, microsOf } from '../domain/filing-time';
import { MATCH_RULES, type MatchRule, searchKeys, type SearchTerms, termsFaults } from '../domain/search';
import { type FilingAnswer, filingAnswer } from './filing-answer';
import { FilingParameters } from './filing-parameters';
import { LINES_IN_LISTS } from './filings.queries';

export interface SearchHit {
  readonly class: 'exact';
  readonly rule: MatchRule;
  readonly filing: FilingAnswer;
}
/** What a search found; the same for ever, whatever is filed or ends later. */
export interface SearchCertificate {
  readonly id: Id<'search'>;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly searchedAt: string;
  readonly searcherOrganisationId: string;
  readonly terms: SearchTerms;
  /** SHA-256 of the terms. */
  readonly termsHash: string;
  readonly standing: Standing;
  /** In the order of filing. */
  readonly hits: readonly SearchHit[];
  /** False when there are more hits than one certificate holds. */
  readonly complete: boolean;
  readonly actions: readonly string[];
}

const MAX_HITS = 500;

@Injectable()
export class MakeSearch {
  constructor(
    private readonly once: Once,
    private readonly searches: SearchStore,
    private readonly filings: FilingStore,
    private readonly numbers: NumberBlocks,
    private readonly parameters: FilingParameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.search_invalid (400, with pointers) */
  async execute(command: Command, terms: SearchTerms): Promise<SearchCertificate> {
    const faults = termsFaults(terms, this.clock.now().getTime());
    if (faults.length > 0) throw errors.search_invalid({}, faults);
    return this.once.run(command, (tx) => this.search(tx, command, terms));
  }

  private async search(tx: Tx, { actor }: Command, terms: SearchTerms): Promise<SearchCertificate> {
    const searchedAt = instantText(microsOf(this.clock.now()));
    const found = await this.searches.find(tx, terms, searchKeys(terms), searchedAt, MAX_HITS + 1);
    const hitIds = found.slice(0, MAX_HITS);
    const { standing } = await this.parameters.on(tx, todayOf(this.clock));
    const shard = shardFor(actor.organisationId);
    const [running = 0] = await this.numbers.take(tx, 1);
    const certificate: SearchCertificate = {
      id: newId<'search'>(shard),
      number: registryNumber({ shard, running }),
      searchedAt,
      searcherOrganisationId: actor.organisationId,
      terms,
      termsHash: hashOf(terms),
      standing,
      hits: await this.hits(tx, hitIds, terms, searchedAt),
      complete: found.length === hitIds.length,
      actions: [],
    };
    await this.searches.add(tx, {
      ...certificate,
      searcherUser: actor.userId,
      searcherOrganisation: actor.organisationId,
      hitIds,
      certificate,
    });
    await this.record(tx, actor, certificate);
    return certificate;
  }

  private async hits(tx: Tx, ids: readonly string[], terms: SearchTerms, now: string): Promise<SearchHit[]> {
    const filings = await this.filings.byIds(tx, ids, terms.at ?? now, LINES_IN_LISTS);
    const rule = MATCH_RULES[terms.by];
    return ids.flatMap((id): SearchHit[] => {
      const filing = filings.get(id);
      return filing ? [{ class: 'exact', rule, filing: filingAnswer(filing) }] : [];
    });
  }

  private record(
    tx: Tx,
    by: Command['actor'],
    { id, number, termsHash, hits }: SearchCertificate,
  ): Promise<void> {
    const details = { number, termsHash, hits: hits.length };
    return this.audit.record(tx, by, [
      {
        action: 'registry.search_made',
        subjectType: 'registry.search',
        subjectId: id,
        subjectVersion: 1,
        details,
      },
    ]);
  }
}
