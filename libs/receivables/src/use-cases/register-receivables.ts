// Makes receivables of invoices in any number. The claim on each invoice comes first, in the order of the keys, so
// that two uploads of the same invoices wait for each other instead of deadlocking; who comes second has a duplicate.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { InvoiceClaimStore } from '../data/invoice-claim.store';
import { ReceivableStore } from '../data/receivable.store';
import type { Claimable } from '../domain/intake';
import { claimKeyOf, type Receivable } from '../domain/receivable';
import { chunksOf } from './chunks';
import { Listing, type ListingDates } from './listing';

export interface Supplier {
  readonly userId: string;
  readonly organisationId: string;
}

export interface NewInvoice {
  readonly claimable: Claimable;
  readonly documentId: string;
}

/** The receivable an invoice became, or which one it repeats; null when that belongs to somebody else. */
export interface Registration {
  readonly isNew: boolean;
  readonly receivableId: string | null;
}

@Injectable()
export class RegisterReceivables {
  constructor(
    private readonly claims: InvoiceClaimStore,
    private readonly receivables: ReceivableStore,
    private readonly listing: Listing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One registration per invoice, in the same order. */
  async execute(tx: Tx, by: Supplier, invoices: readonly NewInvoice[]): Promise<Registration[]> {
    const dates = await this.listing.dates(tx);
    const place = {
      supplierId: by.organisationId,
      shard: shardFor(by.organisationId),
      createdAt: this.clock.now(),
    };
    const wanted = invoices.map((invoice) => receivableOf(invoice, dates, place));
    const won = await this.claim(tx, wanted);
    for (const chunk of chunksOf(wanted.filter(({ id }) => won.has(id)))) {
      await this.receivables.add(tx, chunk);
      await this.listing.record(tx, by, 'receivables.receivable_registered', chunk);
    }
    const own = await this.ownHolders(
      tx,
      by.organisationId,
      wanted.filter(({ id }) => !won.has(id)),
    );
    return wanted.map((one) =>
      won.has(one.id)
        ? { isNew: true, receivableId: one.id }
        : { isNew: false, receivableId: own.get(claimKeyOf(one)) ?? null },
    );
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

interface Place {
  readonly supplierId: string;
  readonly shard: number;
  readonly createdAt: Date;
}

/** Listed where the invoice states a due date; otherwise a draft that waits for one. */
function receivableOf(
  { claimable, documentId }: NewInvoice,
  dates: ListingDates,
  { supplierId, shard, createdAt }: Place,
): Receivable {
  const { candidate, debtorId, key, number, typeCode, issueDate, payable } = claimable;
  const { dueDate, paymentTerms } = candidate;
  const isListed = dueDate !== null;
  return {
    id: newId<'receivable'>(shard),
    ...{ supplierId, debtorId, documentId, typeCode, issueDate, dueDate, paymentTerms, payable, createdAt },
    invoiceKey: key,
    invoiceNumber: number,
    confirmed: null,
    state: isListed ? 'listed' : 'draft',
    listedAt: isListed ? dates.listedAt : null,
    answerBy: isListed ? dates.answerBy : null,
    answeredAt: null,
    version: 1,
  };
}
