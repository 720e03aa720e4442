// Searches the register and records the search: what was asked, when, and what was found, as a certificate.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { canonicalJson, type Clock, type Id, newId, shardFor, todayOf } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { NumberBlocks } from '../../data/number-blocks';
import { SearchStore } from '../../data/search.store';
import { errors } from '../../domain/errors';
import type { Standing } from '../../domain/filing';
import { registryNumber } from '../../domain/filing-number';
import { instantText, microsOf } from '../../domain/filing-time';
import { type SearchTerms, termsFaults } from '../../domain/search';
import { FilingParameters } from '../filing-parameters';
import { type LookedUp, LookUp } from './look-up';

const SALT_BYTES = 32;

/** What a search found; the same for ever, whatever is filed or ends later. */
export interface SearchCertificate extends LookedUp {
  readonly id: Id<'search'>;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly searchedAt: string;
  readonly searcherOrganisationId: string;
  readonly terms: SearchTerms;
  /** SHA-256(salt | canonical JSON of the terms): a receipt of the search tells nobody what was asked. */
  readonly termsHash: string;
  /** Base64; whoever has it and the terms can recompute the hash. */
  readonly termsSalt: string;
  readonly standing: Standing;
  readonly actions: readonly string[];
}

@Injectable()
export class MakeSearch {
  constructor(
    private readonly once: Once,
    private readonly searches: SearchStore,
    private readonly lookUp: LookUp,
    private readonly numbers: NumberBlocks,
    private readonly parameters: FilingParameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param reference the client's own, to find the search again; not on the certificate
   * @throws registry.search_invalid (400, with pointers)
   */
  async execute(
    command: Command,
    terms: SearchTerms,
    reference: string | null = null,
  ): Promise<SearchCertificate> {
    const faults = termsFaults(terms, this.clock.now().getTime());
    if (faults.length > 0) throw errors.search_invalid({}, faults);
    return this.once.run(command, (tx) => this.search(tx, command, { terms, reference }));
  }

  /** Within the transaction that looked the person up; `masked` is what the register shows of the number. */
  forPerson(
    tx: Tx,
    command: Command,
    asked: {
      readonly masked: string;
      readonly includeEnded: boolean;
      readonly includeArchived: boolean;
      readonly reference: string | null;
    },
  ): Promise<SearchCertificate> {
    const { masked: identifier, includeEnded, includeArchived, reference } = asked;
    const terms: SearchTerms = {
      ...{ by: 'identifier', identifier, name: null, assetKey: null, invoiceNumber: null, debtorName: null },
      ...(includeArchived ? { includeArchived } : {}),
      ...{ number: null, includeEnded, exactOnly: false, at: null, after: null },
    };
    return this.search(tx, command, { terms, reference });
  }

  private async search(
    tx: Tx,
    { actor }: Command,
    { terms, reference }: { readonly terms: SearchTerms; readonly reference: string | null },
  ): Promise<SearchCertificate> {
    const searchedAt = instantText(microsOf(this.clock.now()));
    const found = await this.lookUp.execute(tx, terms, searchedAt);
    const { standing } = await this.parameters.on(tx, todayOf(this.clock));
    const [running = 0] = await this.numbers.take(tx, 1);
    // Not the searcher's own: the log is public and states the id.
    const shard = shardFor(String(running));
    const termsSalt = randomBytes(SALT_BYTES);
    const certificate: SearchCertificate = {
      id: newId<'search'>(shard),
      number: registryNumber({ shard, running }),
      searchedAt,
      searcherOrganisationId: actor.organisationId,
      terms,
      termsHash: createHash('sha256').update(termsSalt).update(canonicalJson(terms)).digest('hex'),
      termsSalt: termsSalt.toString('base64'),
      standing,
      ...found,
      actions: [],
    };
    await this.searches.add(tx, {
      ...certificate,
      searcherUser: actor.userId,
      searcherOrganisation: actor.organisationId,
      hitIds: found.hits.map(({ filing }) => filing.id),
      certificate,
      reference,
    });
    await this.record(tx, actor, certificate);
    return certificate;
  }

  private record(
    tx: Tx,
    by: Command['actor'],
    { id, number, termsHash, hitCount }: SearchCertificate,
  ): Promise<void> {
    const details = { number, termsHash, hits: hitCount };
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
