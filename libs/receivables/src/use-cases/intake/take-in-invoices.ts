// Takes in the invoices of a delivery: judges each, registers what can be claimed, and lets credit notes correct what is
// there, those that came in the same delivery or before it included.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { type Outcome, OutcomeStore } from '../../data/uploads/outcome.store';
import type { Arrived } from '../../data/corrections/waiting-correction.store';
import { correctionKeyOf } from '../../domain/correction';
import { type Candidate, candidateOf, contentKeyOf, type Judged, supplierOf } from '../../domain/intake';
import { claimKeyOf } from '../../domain/receivable';
import type { NewCorrection } from '../corrections/apply-corrections';
import { TakeInCorrections } from '../corrections/take-in-corrections';
import {
  type Bringing,
  type NewInvoice,
  RegisterReceivables,
  type Registration,
  type Uploader,
} from '../register-receivables';
import { JudgeInvoices } from './judge-invoices';
import { outcomeOf } from './outcomes';

@Injectable()
export class TakeInInvoices {
  constructor(
    private readonly judging: JudgeInvoices,
    private readonly register: RegisterReceivables,
    private readonly corrections: TakeInCorrections,
    private readonly outcomes: OutcomeStore,
  ) {}

  /** One outcome per invoice, in order. */
  async execute(
    tx: Tx,
    by: Uploader,
    candidates: readonly Candidate[],
    documentOf: (candidate: Candidate) => string,
  ): Promise<Outcome[]> {
    const judged = await this.judging.judge(tx, by.organisationId, candidates);
    const outcomes = new Map<Judged, Outcome>();
    for (const [supplierId, own] of bySupplier(judged, by.organisationId))
      for (const [at, outcome] of (await this.takeIn(tx, { ...by, supplierId }, own, documentOf)).entries()) {
        const one = own[at];
        if (one) outcomes.set(one, outcome);
      }
    return judged.flatMap((one) => outcomes.get(one) ?? []);
  }

  /** What is brought for one supplier. */
  private async takeIn(
    tx: Tx,
    by: Bringing,
    judged: readonly Judged[],
    documentOf: (candidate: Candidate) => string,
  ): Promise<Outcome[]> {
    const invoices = judged.flatMap((one): NewInvoice[] =>
      one.kind === 'claimable'
        ? [{ claimable: one.claimable, documentId: documentOf(one.claimable.candidate) }]
        : [],
    );
    const registrations = await this.register.execute(tx, by, invoices);
    const corrections = judged.flatMap((one): NewCorrection[] =>
      one.kind === 'correcting'
        ? [{ correcting: one.correcting, documentId: documentOf(one.correcting.candidate) }]
        : [],
    );
    const arrived = arrivedOf(invoices, registrations);
    const corrected = await this.corrections.execute(tx, by, corrections, arrived);
    const keys = judged.map((one) => keyOf(one, by.supplierId));
    const kept = await this.keptBefore(tx, by, judged, keys);
    const [registered, reduced] = [registrations.values(), corrected.values()];
    return judged.map((one, at) =>
      outcomeOf(one, {
        documentId: documentOf(candidateOf(one)),
        claimKey: keys[at] ?? null,
        isRepeated: kept.has(at),
        registration: one.kind === 'claimable' ? registered.next().value : undefined,
        corrected: one.kind === 'correcting' ? reduced.next().value : undefined,
      }),
    );
  }

  /** Positions of rows that are kept and never registered, and were kept before with the same content. */
  private async keptBefore(
    tx: Tx,
    { organisationId }: Uploader,
    judged: readonly Judged[],
    keys: readonly (string | null)[],
  ): Promise<Set<number>> {
    const own = judged.flatMap(({ kind }, at) => (kind === 'kept' ? [[at, keys[at] ?? null] as const] : []));
    const wanted = own.flatMap(([, key]) => key ?? []);
    const known = await this.outcomes.keptKeys(tx, { organisations: [organisationId] }, wanted);
    return new Set(
      own.flatMap(([at, key]) => {
        if (key === null) return [];
        if (known.has(key)) return [at];
        known.add(key);
        return [];
      }),
    );
  }
}

/** By ascending supplier, since each supplier's receivables wait for their turn; what is kept is the uploader's own. */
function bySupplier(judged: readonly Judged[], uploaderId: string): [string, Judged[]][] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const supplierId = supplierOf(one) ?? uploaderId;
    const group = groups.get(supplierId);
    if (group) group.push(one);
    else groups.set(supplierId, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function arrivedOf(invoices: readonly NewInvoice[], registrations: readonly Registration[]): Arrived[] {
  return invoices.flatMap(({ claimable: { key, supplierId, debtorId, payable } }, at) =>
    registrations[at]?.isNew === true
      ? [{ claimKey: claimKeyOf({ supplierId, invoiceKey: key }), debtorId, amount: payable }]
      : [],
  );
}

/** Under which it is claimed, takes effect or is kept once. */
function keyOf(judged: Judged, supplierId: string): string | null {
  if (judged.kind === 'claimable') return claimKeyOf({ supplierId, invoiceKey: judged.claimable.key });
  if (judged.kind === 'correcting') return correctionKeyOf(judged.correcting, supplierId);
  return contentKeyOf(judged.candidate, supplierId);
}
