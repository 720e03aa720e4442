// Makes receivables of invoices in any number. The claim on each invoice comes first, in the order of the keys, so
// that two uploads of the same invoices wait for each other instead of deadlocking; who comes second has a duplicate.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { InvoiceClaimStore } from '../data/invoice-claim.store';
import { ReceivableStore } from '../data/receivable.store';
import type { Claimable } from '../domain/intake';
import type { OutcomeMatch } from '../data/uploads/outcome.store';
import type { Match, MatchField } from '../domain/duplicates/match';
import { claimKeyOf, type PresentedBy, type Receivable } from '../domain/receivable';
import { chunksOf } from './chunks';
import type { PairMemory } from './duplicates/pair-memory';
import { ScreenDuplicates } from './duplicates/screen-duplicates';
import { Listing, type ListingDates } from './listing';

/** Who brings the invoices. */
export interface Uploader {
  readonly userId: string;
  readonly organisationId: string;
}

/** For whom it brings them: itself, or a supplier that gave it a mandate. */
export interface Bringing extends Uploader {
  readonly supplierId: string;
}

export interface NewInvoice {
  readonly claimable: Claimable;
  readonly documentId: string;
}

interface RegisterOptions {
  readonly presentedBy?: PresentedBy;
  /** Of the upload that goes on chunk by chunk. */
  readonly memory?: PairMemory | undefined;
}

/** The receivable an invoice became, or which one it repeats; null when that belongs to somebody else. */
export interface Registration {
  readonly isNew: boolean;
  readonly receivableId: string | null;
  readonly match: OutcomeMatch | null;
}

@Injectable()
export class RegisterReceivables {
  constructor(
    private readonly claims: InvoiceClaimStore,
    private readonly receivables: ReceivableStore,
    private readonly listing: Listing,
    private readonly screening: ScreenDuplicates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one supplier's invoices, by itself, by its agent or by their debtor: one registration per invoice, in the same order. */
  async execute(
    tx: Tx,
    by: Bringing,
    invoices: readonly NewInvoice[],
    { presentedBy = 'supplier', memory }: RegisterOptions = {},
  ): Promise<Registration[]> {
    const dates = await this.listing.dates(tx);
    const place = { presentedBy, shard: shardFor(by.supplierId), createdAt: this.clock.now() };
    const wanted = invoices.map((invoice) => receivableOf(invoice, dates, place));
    const won = await this.claim(tx, wanted);
    const fresh = wanted.filter(({ id }) => won.has(id));
    const screening = await this.screening.begin(tx, by, fresh, memory);
    for (const chunk of chunksOf(fresh)) {
      await this.receivables.add(tx, chunk);
      await this.listing.record(tx, by, 'receivables.receivable_registered', chunk);
    }
    const own = await this.ownHolders(
      tx,
      by.supplierId,
      wanted.filter(({ id }) => !won.has(id)),
    );
    const found = await this.screening.end(tx, screening);
    const named = await this.ownAmong(tx, by.supplierId, found);
    return wanted.map((one) => {
      if (won.has(one.id))
        return { isNew: true, receivableId: one.id, match: matchOf(found.get(one.id), named) };
      const receivableId = own.get(claimKeyOf(one)) ?? null;
      return { isNew: false, receivableId, match: { class: 'exact', fields: EXACT_FIELDS, receivableId } };
    });
  }

  /** Which of the receivables that were matched are the supplier's own. */
  private async ownAmong(
    tx: Tx,
    supplierId: string,
    found: ReadonlyMap<string, readonly Match[]>,
  ): Promise<ReadonlySet<string>> {
    const others = [...found.values()].flat().flatMap(({ otherIds }) => otherIds);
    if (others.length === 0) return new Set();
    const own = await this.receivables.byIds(tx, { organisations: [supplierId] }, [...new Set(others)]);
    return new Set(own.map(({ id }) => id));
  }

  private async claim(tx: Tx, wanted: readonly Receivable[]): Promise<Set<string>> {
    // The sort is stable: of two with one key the one that stands first in the upload comes first.
    const ordered = wanted
      .map((one) => ({ key: claimKeyOf(one), receivableId: one.id }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const won = new Set<string>();
    for (const chunk of chunksOf(ordered)) for (const id of await this.claims.claim(tx, chunk)) won.add(id);
    return won;
  }

  /** Of keys that were taken: the supplier's own receivables, by key. Another tenant's stay unnamed. */
  private async ownHolders(
    tx: Tx,
    supplierId: string,
    lost: readonly Receivable[],
  ): Promise<Map<string, string>> {
    const own = new Map<string, string>();
    for (const chunk of chunksOf(lost)) {
      const holders = await this.claims.holders(tx, chunk.map(claimKeyOf));
      const scope = { organisations: [supplierId] };
      const found = await this.receivables.byIds(tx, scope, [...holders.values()]);
      for (const one of found) own.set(claimKeyOf(one), one.id);
    }
    return own;
  }
}

const EXACT_FIELDS: readonly MatchField[] = ['seller', 'number'];

/** What holds it goes before what is allowed. */
function matchOf(matches: readonly Match[] | undefined, own: ReadonlySet<string>): OutcomeMatch | null {
  const first = matches?.find(({ class: found }) => found !== 'reissued') ?? matches?.[0];
  if (!first) return null;
  const receivableId = first.otherIds.find((id) => own.has(id)) ?? null;
  return { class: first.class, fields: first.fields, receivableId };
}

interface Place {
  readonly presentedBy: PresentedBy;
  readonly shard: number;
  readonly createdAt: Date;
}

/** Listed where the invoice states a due date; otherwise a draft that waits for one. */
function receivableOf(
  { claimable, documentId }: NewInvoice,
  dates: ListingDates,
  { presentedBy, shard, createdAt }: Place,
): Receivable {
  const { candidate, supplierId, debtorId, key, number, typeCode, issueDate, payable } = claimable;
  const { dueDate, paymentTerms } = candidate;
  const isListed = dueDate !== null;
  return {
    id: newId<'receivable'>(shard),
    ...{
      supplierId,
      debtorId,
      documentId,
      presentedBy,
      typeCode,
      issueDate,
      dueDate,
      paymentTerms,
      payable,
      createdAt,
    },
    invoiceKey: key,
    invoiceNumber: number,
    registered: payable,
    confirmed: null,
    state: isListed ? 'listed' : 'draft',
    listedAt: isListed ? dates.listedAt : null,
    answerBy: isListed ? dates.answerBy : null,
    answeredAt: null,
    duplicateHold: false,
    disputeHold: false,
    version: 1,
  };
}
