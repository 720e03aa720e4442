// The one way into the book of title, for deals and for users: set-based, inside the transaction of whoever calls.
// Locks are taken in one order: claims by key, grantors by key.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DomainError, invariant, type Money, newId, shardFor, todayOf } from '#kernel';
import { CLOCK, type Reads, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { FilingStore } from '../data/filing.store';
import { GrantorStore } from '../data/grantor.store';
import { NumberBlocks } from '../data/number-blocks';
import { fitClaims, wantsOf } from '../domain/asset-claim';
import { errors } from '../domain/errors';
import { assetKeysOf, type Filing, type FilingDraft } from '../domain/filing';
import { registryNumber } from '../domain/filing-number';
import { draftFaults } from '../domain/filing-rules';
import { instantText, microsOf, type Micros, stampTimes, termOf } from '../domain/filing-time';
import { partyKey } from '../domain/party-key';
import { FilingNews } from './filing-news';
import { type FilingFigures, FilingParameters } from './filing-parameters';

export type FilingVerdict = { readonly filed: Filing } | { readonly refused: DomainError };

@Injectable()
export class Filings {
  /** Under which figures a draft was found sound: one that was screened need not be judged again. */
  private readonly sound = new WeakMap<FilingDraft, FilingFigures>();

  constructor(
    private readonly claimRows: ClaimStore,
    private readonly grantors: GrantorStore,
    private readonly numbers: NumberBlocks,
    private readonly filings: FilingStore,
    private readonly parameters: FilingParameters,
    private readonly news: FilingNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One verdict per draft, in order; a refused draft leaves no trace.
   * Refusals: registry.filing_invalid (422, with pointers); for deals registry.asset_claimed and
   * registry.payable_changed (409).
   */
  async file(tx: Tx, drafts: readonly FilingDraft[]): Promise<FilingVerdict[]> {
    const figures = await this.parameters.on(tx, todayOf(this.clock));
    const refusals = drafts.map((draft) => this.judge(draft, figures));
    await this.takeClaims(tx, drafts, refusals);
    const open = drafts.filter((_, index) => !refusals[index]);
    const taken = await this.claimRows.share(
      tx,
      open.filter(({ origin }) => origin === 'user').flatMap(assetKeysOf),
    );
    const filed = await this.write(tx, open, figures);
    await this.news.tell(tx, filed, taken);
    let next = 0;
    return refusals.map((refused) => {
      if (refused) return { refused };
      const filing = filed[next++];
      invariant(filing, 'every draft that was not refused is filed');
      return { filed: filing };
    });
  }

  /** Null when the form of a draft is sound, else registry.filing_invalid. */
  judge(draft: FilingDraft, figures: FilingFigures): DomainError | null {
    if (this.sound.get(draft) === figures) return null;
    const faults = draftFaults(draft, figures);
    if (faults.length > 0) return errors.filing_invalid({}, faults);
    this.sound.set(draft, figures);
    return null;
  }

  /** How much of each asset is payable and claimed; assets nobody claimed are absent. */
  async claims(
    on: Reads,
    assetKeys: readonly string[],
  ): Promise<Map<string, { payable: Money; claimed: Money }>> {
    return new Map(await this.claimRows.read(on, assetKeys));
  }

  /** Writes what fits, and adds the refusals of what does not. */
  private async takeClaims(
    tx: Tx,
    drafts: readonly FilingDraft[],
    refusals: (DomainError | null)[],
  ): Promise<void> {
    const deals = drafts.flatMap(({ origin, collateral }, index) =>
      origin === 'deal' && !refusals[index] ? [{ index, wants: wantsOf(collateral) }] : [],
    );
    const wants = deals.map((deal) => deal.wants);
    const fit = fitClaims(await this.claimRows.lock(tx, wants.flat()), wants);
    deals.forEach(({ index }, position) => (refusals[index] = fit.refusals[position] ?? null));
    await this.claimRows.save(tx, fit.changed);
  }

  private async write(tx: Tx, drafts: readonly FilingDraft[], figures: FilingFigures): Promise<Filing[]> {
    if (drafts.length === 0) return [];
    const keys = drafts.map(({ grantors }) => grantors.map(partyKey));
    const last = await this.grantors.lock(tx, keys.flat());
    const stamps = stampTimes(microsOf(this.clock.now()), last, keys);
    const numbers = await this.numbers.take(tx, drafts.length);
    const filings = drafts.map((draft, index) =>
      filingOf(draft, stamps.times[index] ?? 0n, numbers[index] ?? 0, figures),
    );
    await this.filings.add(tx, filings, stamps.last);
    return filings;
  }
}

function filingOf(draft: FilingDraft, at: Micros, running: number, { standing }: FilingFigures): Filing {
  const [grantor] = draft.grantors;
  invariant(grantor, 'a filing has a grantor');
  const shard = shardFor(grantor.organisationId ?? partyKey(grantor));
  const { expiresOn, expiresAt } = termOf(at, draft.termMonths);
  return {
    ...draft,
    id: newId<'filing'>(shard),
    number: registryNumber({ shard, running }),
    filedAt: instantText(at),
    expiresOn,
    expiresAt: instantText(expiresAt),
    standing,
    state: 'live',
    version: 1,
    collateralCount: draft.collateral.length,
  };
}
