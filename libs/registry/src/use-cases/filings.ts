// The one way into the book of title, for deals and for users: set-based, inside the transaction of whoever calls.
// Locks are taken in one order: claims by key, grantors by key.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DomainError, invariant, type Money, newId, shardFor, todayOf } from '#kernel';
import { CLOCK, type Reads, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { FilingStore } from '../data/filing.store';
import { NumberBlocks } from '../data/number-blocks';
import { type Claims, fitClaims, isTaken, wantsOf } from '../domain/asset-claim';
import { errors } from '../domain/errors';
import { assetKeysOf, type Filing, type FilingDraft } from '../domain/filing';
import { registryNumber } from '../domain/filing-number';
import { draftFaults } from '../domain/filing-rules';
import {
  instantText,
  microsFromText,
  microsOf,
  type Micros,
  stampTimes,
  termOf,
} from '../domain/filing-time';
import { othersThan, partyKey } from '../domain/party-key';
import { FilingNews } from './filing-news';
import { type FilingFigures, FilingParameters } from './filing-parameters';
import { Grantors } from './grantors';

export type FilingVerdict = { readonly filed: Filing } | { readonly refused: DomainError };

@Injectable()
export class Filings {
  /** Under which figures a draft was found sound: one that was screened need not be judged again. */
  private readonly sound = new WeakMap<FilingDraft, FilingFigures>();

  constructor(
    private readonly claimRows: ClaimStore,
    private readonly grantors: Grantors,
    private readonly numbers: NumberBlocks,
    private readonly filings: FilingStore,
    private readonly parameters: FilingParameters,
    private readonly news: FilingNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One verdict per draft, in order; a refused draft leaves no trace in the book. Of one batch the deals are filed first.
   * Refusals: registry.filing_invalid (422, with pointers); for deals registry.competing_earlier_filing,
   * registry.asset_claimed and registry.payable_changed (409).
   */
  async file(tx: Tx, drafts: readonly FilingDraft[]): Promise<FilingVerdict[]> {
    const figures = await this.parameters.on(tx, todayOf(this.clock));
    const refusals = drafts.map((draft) => this.judge(draft, figures));
    const sound = drafts.filter((_, index) => !refusals[index]);
    const stored = await this.claimRows.lock(tx, sound.flatMap(assetKeysOf));
    await this.refuseSecondRank(tx, drafts, refusals);
    const claims = await this.takeClaims(tx, drafts, refusals, stored);
    const open = drafts.flatMap((draft, place) => (refusals[place] ? [] : [{ draft, place }]));
    const [deals, users] = [open.filter(isDeal), open.filter((one) => !isDeal(one))];
    const ordered = [...deals, ...users];
    const drawn = await this.grantors.masked(
      tx,
      ordered.map(({ draft }) => draft),
    );
    const { filed, last } = await this.stamp(tx, drawn, figures);
    const taken = users.flatMap(({ draft }) => assetKeysOf(draft)).filter((key) => isTaken(claims, key));
    // Sent together and done in this order: none of them needs an answer from another.
    await Promise.all([
      this.filings.add(tx, filed, last),
      this.grantors.index(tx, filed),
      this.news.tell(tx, filed, taken),
    ]);
    const filings = new Map(ordered.map(({ place }, index) => [place, filed[index]]));
    return refusals.map((refused, place) => {
      if (refused) return { refused };
      const filing = filings.get(place);
      invariant(filing, 'every draft that was not refused is filed');
      return { filed: filing };
    });
  }

  /** What is wrong with the form of each draft as of today, and nothing is filed; null when it is sound. */
  async screen(on: Reads, drafts: readonly FilingDraft[]): Promise<(DomainError | null)[]> {
    const figures = await this.parameters.on(on, todayOf(this.clock));
    return drafts.map((draft) => this.judge(draft, figures));
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

  /** The first of the users' filings that live and name an asset of this one for somebody else; null when none does. */
  async rivalOf(tx: Tx, filingId: string): Promise<string | null> {
    const now = this.clock.now().toISOString();
    const filing = (await this.filings.byIds(tx, [filingId], now)).get(filingId);
    if (!filing) return null;
    const holders = await this.claimRows.holders(tx, 'user', assetKeysOf(filing), now);
    return othersThan(holders, filing.securedParties)[0]?.filingId ?? null;
  }

  /**
   * Who registered first ranks first (Civil Code Art. 768), so a deal is not filed behind somebody else: its financier
   * would pay for the second rank without knowing.
   */
  private async refuseSecondRank(
    tx: Tx,
    drafts: readonly FilingDraft[],
    refusals: (DomainError | null)[],
  ): Promise<void> {
    const deals = drafts.flatMap((draft, place) =>
      refusals[place] || !isDeal({ draft }) ? [] : [{ draft, place, named: assetKeysOf(draft) }],
    );
    const keys = deals.flatMap(({ named }) => named);
    const holders = await this.claimRows.holders(tx, 'user', keys, this.clock.now().toISOString());
    for (const { draft, place, named } of deals) {
      const rivals = othersThan(holders, draft.securedParties);
      const first = rivals.find(({ assetKey }) => named.includes(assetKey));
      if (!first) continue;
      const { assetKey, number, filedAt } = first;
      refusals[place] = errors.competing_earlier_filing({ assetKey, number, filedAt });
    }
  }

  /** Writes what fits, and adds the refusals of what does not; answers the claims as they then are. */
  private async takeClaims(
    tx: Tx,
    drafts: readonly FilingDraft[],
    refusals: (DomainError | null)[],
    stored: Claims,
  ): Promise<Claims> {
    const deals = drafts.flatMap((draft, index) =>
      isDeal({ draft }) && !refusals[index] ? [{ index, wants: wantsOf(draft.collateral) }] : [],
    );
    const fit = fitClaims(
      stored,
      deals.map(({ wants }) => wants),
    );
    deals.forEach(({ index }, position) => (refusals[index] = fit.refusals[position] ?? null));
    await this.claimRows.save(tx, fit.changed);
    return new Map([...stored, ...fit.changed]);
  }

  /** Locks the grantors, and gives each filing its time and number; `last` are then the last times of the grantors. */
  private async stamp(
    tx: Tx,
    drafts: readonly FilingDraft[],
    figures: FilingFigures,
  ): Promise<{ filed: Filing[]; last: ReadonlyMap<string, Micros> }> {
    const keys = drafts.map(({ grantors }) => grantors.map(partyKey));
    // The assets are locked already.
    const [onAssets, before] = await Promise.all([
      this.claimRows.lastTimes(tx, drafts.flatMap(assetKeysOf)),
      this.grantors.lock(tx, keys.flat()),
    ]);
    const known = new Map<string, Micros | null>(before);
    for (const [key, at] of onAssets) known.set(assetTurn(key), microsFromText(at));
    const turns = drafts.map((draft, index) => [
      ...(keys[index] ?? []),
      ...assetKeysOf(draft).map(assetTurn),
    ]);
    const { times, last: latest } = stampTimes(microsOf(this.clock.now()), known, turns);
    const last = new Map([...latest].filter(([key]) => before.has(key)));
    const numbers = await this.numbers.take(tx, drafts.length);
    const filed = drafts.map((draft, index) =>
      filingOf(draft, times[index] ?? 0n, numbers[index] ?? 0, figures),
    );
    return { filed, last };
  }
}

/** What is filed against one grantor, and what is filed on one asset, have each their own order. */
const assetTurn = (assetKey: string): string => `asset ${assetKey}`;

const isDeal = ({ draft }: { readonly draft: FilingDraft }): boolean => draft.origin === 'deal';

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
